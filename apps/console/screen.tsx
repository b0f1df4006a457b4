import { type Catalogue, ProblemState, Skeleton, type Speech, type Words } from '@axent/ui';
import { signal } from '@preact/signals';
import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import styles from './frame.module.css';

/** A screen that is fetched together with its words when it is needed. Until then: the shape of a page. */
export function screen<P extends object, W extends Words>(
  speech: Speech,
  load: () => Promise<ComponentType<P>>,
  words: Catalogue<W>,
): FunctionComponent<P> {
  const loaded = signal<ComponentType<P> | null>(null);
  const failed = signal<unknown>(null);
  const fetch = async () => {
    if (loaded.value) return;
    try {
      const [component] = await Promise.all([load(), speech.load(words)]);
      loaded.value = component;
      failed.value = null;
    } catch (error) {
      failed.value = error;
    }
  };
  return (props) => {
    const Component = loaded.value;
    useEffect(() => void fetch(), []);
    if (Component) return <Component {...props} />;
    return (
      <main class={styles.shape} id="content">
        {failed.value ? (
          <ProblemState error={failed.value} again={() => void fetch()} />
        ) : (
          <Skeleton lines={6} />
        )}
      </main>
    );
  };
}
