import { useState } from 'preact/hooks';
import { Choices } from '../console/choices.tsx';
import { Code } from '../console/code.tsx';
import { Figure, Figures, Loaded, Panel, Panels } from '../console/desk.tsx';
import { Fingerprint } from '../console/fingerprint.tsx';
import { createKeyboard, KeyboardContext } from '../console/keyboard.ts';
import { Search } from '../console/search.tsx';
import { type Column, Table } from '../console/table.tsx';
import { Status } from '../signs/status.tsx';
import { useText } from '../text/text.ts';
import { PartOf, Shelf, Specimen } from './specimen.tsx';
import { catalogue } from './text.ts';

interface Line {
  readonly key: string;
  readonly words: string;
  readonly count: number;
}

const keyboard = createKeyboard(() => performance.now());
const hash = '3f6f0a1b9c5d2e8f7a4c1d0b6e9f8a7c5b4d3e2f1a0c9b8d7e6f5a4b3c2d1e0f';
const again = () => undefined;

function Tables() {
  const t = useText(catalogue);
  const columns: readonly Column<Line>[] = [
    { key: 'key', title: t('column_key'), cell: (line) => line.key, look: 'code' },
    { key: 'words', title: t('column_words'), cell: (line) => line.words, look: 'wide' },
    { key: 'count', title: t('column_count'), cell: (line) => line.count, look: 'number' },
    { key: 'state', title: t('column_state'), cell: () => <Status tone="good">{t('tone_good')}</Status> },
  ];
  const rows: readonly Line[] = [
    { key: 'F.nearby', words: t('sentence'), count: 128 },
    { key: 'S.access', words: t('place'), count: 4 },
  ];
  const words = { next: t('next'), previous: t('previous'), more: t('more') };
  const table = {
    label: t('part_console'),
    columns,
    keyOf: (line: Line) => line.key,
    words,
    empty: t('empty_title'),
  };
  return (
    <Shelf name="Table">
      <Specimen state="rest" wide>
        <Table {...table} rows={rows} detail={(line) => line.words} />
      </Specimen>
      <Specimen state="empty" wide>
        <Table {...table} rows={[]} />
      </Specimen>
      <Specimen state="long" wide>
        <Table {...table} rows={[{ key: 'U.authentication', words: t('long_text'), count: 1_204_512 }]} />
      </Specimen>
    </Shelf>
  );
}

function Panelled() {
  const t = useText(catalogue);
  return (
    <Shelf name="Panel · Figure · Loaded">
      <Specimen state="rest" wide>
        <Panels>
          <Panel title={t('column_count')} end={<Status tone="good">{t('tone_good')}</Status>}>
            <Figures>
              <Figure value={128} name={t('field')} />
              <Figure value={24} name={t('column_state')} detail={t('tone_partly')} />
            </Figures>
          </Panel>
          <Panel title={t('column_key')}>
            <Code text={hash} words={{ copy: t('copy'), copied: t('copied') }} />
          </Panel>
        </Panels>
      </Specimen>
      <Specimen state="loading" wide>
        <Loaded of={{ state: 'loading', value: null, error: null, again }}>{() => null}</Loaded>
      </Specimen>
      <Specimen state="error" wide>
        <Loaded of={{ state: 'failed', value: null, error: new Error('broken'), again }}>{() => null}</Loaded>
      </Specimen>
    </Shelf>
  );
}

function Entering() {
  const t = useText(catalogue);
  const [value, setValue] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(['a']);
  const options = [
    { value: 'a', label: t('open') },
    { value: 'b', label: t('closed') },
    { value: 'c', label: t('long_label') },
  ];
  return (
    <Shelf name="Search · Choices · Fingerprint">
      <Specimen state="empty">
        <Search label={t('find')} value={value} onValue={setValue} />
      </Specimen>
      <Specimen state="on">
        <Choices label={t('field')} options={options} chosen={chosen} onChosen={setChosen} />
      </Specimen>
      <Specimen state="on">
        <Fingerprint label={t('column_key')} hint={t('field_hint')} hash={hash} onHash={again} />
      </Specimen>
    </Shelf>
  );
}

export function ConsoleParts() {
  return (
    <KeyboardContext.Provider value={keyboard}>
      <PartOf part="console">
        <Tables />
        <Panelled />
        <Entering />
      </PartOf>
    </KeyboardContext.Provider>
  );
}
