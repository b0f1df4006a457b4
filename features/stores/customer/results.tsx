import {
  Button,
  codeOf,
  Details,
  EmptyState,
  ErrorState,
  ProblemState,
  Skeleton,
  useFormats,
  useText,
} from '@axent/ui';
import type { Family, Nearby } from '../contract.ts';
import { StoreList } from './list.tsx';
import { Offers } from './offers.tsx';
import { PositionError, type PositionFault } from './position.ts';
import type { Search } from './search.ts';
import styles from './stores.module.css';
import { catalogue } from './text.ts';

function Found({
  found,
  families,
  onPlace,
}: { readonly found: Nearby } & Pick<ResultsProps, 'families' | 'onPlace'>) {
  const t = useText(catalogue);
  const formats = useFormats();
  const { place, other_places, stores, radius_m, widened, offers } = found;
  const first_m = stores[0]?.distance_m;
  return (
    <section class={styles.found}>
      <StoreList stores={stores} families={families} numbered>
        <div aria-live="polite">
          <h2>{place ? t('near_place', { place: `${place.postcode} ${place.name}` }) : t('near_you')}</h2>
          <p class={styles.sum}>
            {widened && first_m !== undefined
              ? t('found_far', { count: stores.length, distance: formats.distance(first_m) })
              : t('found', { count: stores.length, distance: formats.distance(radius_m) })}
          </p>
        </div>
        {other_places.length > 0 && (
          <Details key={place?.text} look="quiet" summary={t('meant')}>
            <p class={styles.others}>
              {other_places.map((other) => (
                <Button key={other.text} kind="quiet" onPress={() => onPlace(other.text)}>
                  {other.postcode} {other.name}
                  {other.country !== place?.country && ` · ${formats.country(other.country)}`}
                </Button>
              ))}
            </p>
          </Details>
        )}
      </StoreList>
      {offers && <Offers offers={offers} families={families} />}
    </section>
  );
}

function NoPosition({ fault, again }: { readonly fault: PositionFault; readonly again: () => void }) {
  const t = useText(catalogue);
  return (
    <ErrorState
      title={t(fault)}
      kept={t('nothing_sent')}
      next={fault === 'denied' ? t('denied_next') : t('position_next')}
      action={
        fault !== 'denied' && (
          <Button kind="quiet" onPress={again}>
            {t('again_position')}
          </Button>
        )
      }
    />
  );
}

interface ResultsProps {
  readonly search: Search;
  readonly families: readonly Family[];
  readonly onAgain: () => void;
  readonly onPosition: () => void;
  readonly onPlace: (text: string) => void;
  readonly onClear: () => void;
}

/** What came of the search, in each of its states. */
export function Results({ search, families, onAgain, onPosition, onPlace, onClear }: ResultsProps) {
  const t = useText(catalogue);
  if (search.state === 'none') return null;
  if (search.state === 'locating' || (search.state === 'searching' && !search.found))
    return (
      <div>
        <p class={styles.sum} role="status">
          {t(search.state === 'locating' ? 'locating' : 'searching')}
        </p>
        <Skeleton lines={4} />
      </div>
    );
  if (search.state === 'failed') {
    const { error } = search;
    if (error instanceof PositionError) return <NoPosition fault={error.fault} again={onPosition} />;
    if (codeOf(error) === 'no_store')
      return (
        <EmptyState
          title={t('none')}
          action={
            <Button kind="equal" onPress={onClear}>
              {t('clear')}
            </Button>
          }
        >
          <p>{t('none_text')}</p>
        </EmptyState>
      );
    // Said beside the field.
    if (codeOf(error) === 'place_unknown') return null;
    return <ProblemState error={error} again={onAgain} />;
  }
  return search.found && <Found found={search.found} families={families} onPlace={onPlace} />;
}
