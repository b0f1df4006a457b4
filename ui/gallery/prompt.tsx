import type { PromptWords } from '@axent/policy/shape';
import { PromptCard } from '../prompt/prompt.tsx';
import { check, gone, position } from '../signs/icons.ts';
import { useText } from '../text/text.ts';
import { PartOf, Shelf, Specimen, type State } from './specimen.tsx';
import { catalogue } from './text.ts';

const nothing = () => undefined;

export function PromptPart() {
  const t = useText(catalogue);
  const words: PromptWords = {
    title: t('prompt_title'),
    what: t('prompt_what'),
    purpose: t('prompt_purpose'),
    kept: t('prompt_kept'),
    otherwise: t('prompt_otherwise'),
    open: t('send'),
    not_now: t('not_now'),
    closed: t('closed_title'),
  };
  const path = [
    { sign: position, label: t('path_from') },
    { sign: check, label: t('path_for') },
    { sign: gone, label: t('path_end') },
  ];
  const card = (state: State, more: { readonly busy?: boolean; readonly error?: string }) => (
    <Specimen state={state} wide>
      <PromptCard
        words={words}
        path={path}
        titleId={`prompt-${state}`}
        onOpen={nothing}
        onNotNow={nothing}
        {...more}
      />
    </Specimen>
  );
  return (
    <PartOf part="prompt">
      <Shelf name="PromptCard">
        {card('rest', {})}
        {card('busy', { busy: true })}
        {card('error', { error: t('error_next') })}
      </Shelf>
    </PartOf>
  );
}
