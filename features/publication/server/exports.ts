import { type Context, implement, type Operation, problem } from '@axent/kernel';
import type { OperatorSettings } from '@axent/policy/compile';
import { dpvDocument, policyDocument, policySchema } from '@axent/policy/export';
import * as contract from '../contract.export.ts';

/** The version asked for: the one in force, or an earlier one. */
async function versionOf({ policy, version }: Context<'service'>, sequence: number | undefined) {
  const found = sequence === undefined ? policy : await version(sequence);
  if (found === null) throw problem('no_such_version', {}, 404);
  return found;
}

/** What is given out about the policy to anybody, programs above all. */
export function exportOperations(operator: OperatorSettings): readonly Operation[] {
  const json = implement(contract.policyJson, async (context, { sequence }) => {
    const { policy, notices, order, ...facts } = policyDocument(
      await versionOf(context, sequence),
      contract.policySchemaJson.path,
    );
    return { ...facts, policy: { ...policy }, notices: { ...notices }, order: order.map((ids) => [...ids]) };
  });

  const schema = implement(contract.policySchemaJson, async () => ({ ...policySchema }));

  const linked = implement(contract.policyLinked, async (context, { sequence }) => {
    const document = dpvDocument(await versionOf(context, sequence), operator);
    return { '@context': { ...document['@context'] }, '@graph': [...document['@graph']] };
  });

  return [json, schema, linked];
}
