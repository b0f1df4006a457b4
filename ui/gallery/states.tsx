import { Button } from '../controls/button.tsx';
import { ProblemState } from '../states/problem.tsx';
import { Refused } from '../states/refused.tsx';
import { ClosedState, EmptyState, ErrorState, OfflineBar, Skeleton } from '../states/states.tsx';
import { useText } from '../text/text.ts';
import { PartOf, Shelf, Specimen } from './specimen.tsx';
import { catalogue } from './text.ts';

const again = () => undefined;
const problem = (status: number, code: string) => ({ status, code, title: '', detail: '' });

export function States() {
  const t = useText(catalogue);
  return (
    <PartOf part="states">
      <Shelf name="EmptyState">
        <Specimen state="empty" wide>
          <EmptyState title={t('empty_title')} action={<Button kind="equal">{t('find')}</Button>}>
            <p>{t('empty_text')}</p>
          </EmptyState>
        </Specimen>
      </Shelf>
      <Shelf name="Skeleton">
        <Specimen state="loading" wide>
          <Skeleton />
        </Specimen>
      </Shelf>
      <Shelf name="ErrorState · ProblemState · Refused">
        <Specimen state="error" wide>
          <ErrorState title={t('error_title')} kept={t('error_kept')} next={t('error_next')} />
        </Specimen>
        <Specimen state="error" wide>
          <ProblemState error={new Error('broken')} again={again} />
        </Specimen>
        <Specimen state="offline" wide>
          <ProblemState error={problem(0, 'offline')} again={again} />
        </Specimen>
        <Specimen state="error" wide>
          <Refused error={problem(429, 'too_many')} onSignInAgain={() => Promise.resolve()} />
        </Specimen>
        <Specimen state="long" wide>
          <ErrorState title={t('long_label')} kept={t('long_text')} next={t('long_text')} />
        </Specimen>
      </Shelf>
      <Shelf name="ClosedState · OfflineBar">
        <Specimen state="closed" wide>
          <ClosedState title={t('closed_title')} action={<Button kind="quiet">{t('find')}</Button>}>
            <p>{t('closed_text')}</p>
          </ClosedState>
        </Specimen>
        <Specimen state="offline" wide>
          <OfflineBar shown />
        </Specimen>
      </Shelf>
    </PartOf>
  );
}
