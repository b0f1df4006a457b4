import { useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { drop, person, position } from '../signs/icons.ts';
import { Status } from '../signs/status.tsx';
import { Card } from '../surfaces/card.tsx';
import { Details } from '../surfaces/details.tsx';
import { Facts, Row, Rows } from '../surfaces/rows.tsx';
import { Sheet } from '../surfaces/sheet.tsx';
import { useText } from '../text/text.ts';
import { PartOf, Shelf, Specimen } from './specimen.tsx';
import { catalogue } from './text.ts';

const tones = ['plain', 'water', 'fog', 'clay'] as const;

function Lists() {
  const t = useText(catalogue);
  return (
    <Shelf name="Rows · Row · Facts">
      <Specimen state="rest" wide>
        <Rows>
          <Row href="#surfaces" icon={position} title={t('find')} detail={t('sentence')} />
          <Row icon={person} title={t('field')} end="3" />
          <Row icon={drop} title={t('place')} end={<Status tone="good">{t('tone_good')}</Status>} />
        </Rows>
      </Specimen>
      <Specimen state="hover" wide>
        <Rows>
          <Row href="#surfaces" icon={position} title={t('find')} detail={t('sentence')} />
        </Rows>
      </Specimen>
      <Specimen state="focus" wide>
        <Rows>
          <Row href="#surfaces" icon={position} title={t('find')} detail={t('sentence')} />
        </Rows>
      </Specimen>
      <Specimen state="long" wide>
        <Rows>
          <Row icon={position} title={t('long_label')} detail={t('long_text')} end={t('long_label')} />
        </Rows>
      </Specimen>
      <Specimen state="long" wide>
        <Facts
          facts={[
            [t('field'), t('place')],
            [t('long_label'), t('long_text')],
          ]}
        />
      </Specimen>
    </Shelf>
  );
}

function Deeper() {
  const t = useText(catalogue);
  const [shown, setShown] = useState(false);
  return (
    <>
      <Shelf name="Details">
        <Specimen state="rest">
          <Details summary={t('find')}>{t('sentence')}</Details>
        </Specimen>
        <Specimen state="on">
          <Details summary={t('find')} open>
            {t('sentence')}
          </Details>
        </Specimen>
        <Specimen state="hover">
          <Details summary={t('find')}>{t('sentence')}</Details>
        </Specimen>
        <Specimen state="focus">
          <Details summary={t('find')} look="quiet">
            {t('sentence')}
          </Details>
        </Specimen>
        <Specimen state="long">
          <Details summary={t('long_text')}>{t('long_text')}</Details>
        </Specimen>
      </Shelf>
      <Shelf name="Sheet">
        <Specimen state="rest">
          <Button kind="equal" onPress={() => setShown(true)}>
            {t('open_sheet')}
          </Button>
          <Sheet open={shown} onClose={() => setShown(false)} labelledBy="sheet-title">
            <h2 id="sheet-title" tabIndex={-1}>
              {t('sentence')}
            </h2>
            <p>{t('long_text')}</p>
          </Sheet>
        </Specimen>
      </Shelf>
    </>
  );
}

export function Surfaces() {
  const t = useText(catalogue);
  return (
    <PartOf part="surfaces">
      <Shelf name="Card">
        {tones.map((tone) => (
          <Specimen key={tone} state="rest">
            <Card tone={tone}>
              <p>{t('sentence')}</p>
            </Card>
          </Specimen>
        ))}
        <Specimen state="long">
          <Card>
            <p>{t('long_text')}</p>
          </Card>
        </Specimen>
      </Shelf>
      <Lists />
      <Deeper />
    </PartOf>
  );
}
