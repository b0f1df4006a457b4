import { useText } from '@axent/ui';
import type { ComponentChildren, ComponentType } from 'preact';
import { Enrolment } from '../customer/enrolment.tsx';
import { type SecondProps, SecondStep } from '../customer/second.tsx';
import { catalogue } from '../customer/text.ways.ts';

interface SecondScreenProps extends SecondProps {
  /** The page before the console. */
  readonly gate: ComponentType<{
    readonly title: string;
    readonly lead: string;
    readonly children: ComponentChildren;
  }>;
}

/** The second step of whoever works here; at the first time it is set up. */
export function SecondScreen({ gate: Gate, owed, onEntered, onBack }: SecondScreenProps) {
  const t = useText(catalogue);
  if (owed.includes('enrol'))
    return (
      <Gate title={t('staff_title')} lead={t('staff_lead')}>
        <Enrolment onEntered={onEntered} />
      </Gate>
    );
  return (
    <Gate title={t('second_title')} lead="">
      <SecondStep owed={owed} onEntered={onEntered} onBack={onBack} />
    </Gate>
  );
}
