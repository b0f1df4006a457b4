import { type Catalogue, PageShape, ProblemState, Skeleton, type Speech, type Words } from '@axent/ui';
import { signal } from '@preact/signals';
import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';

export type Screen<P> = FunctionComponent<P> & { readonly preload: () => Promise<void> };

/** A screen that is fetched when it is needed, together with its words. Until then: the shape of a page. */
export function screen<P extends object, W extends Words>(
  speech: Speech,
  load: () => Promise<ComponentType<P>>,
  words: Catalogue<W>,
): Screen<P> {
  const loaded = signal<ComponentType<P> | null>(null);
  const failed = signal<unknown>(null);
  const preload = async () => {
    if (loaded.value) return;
    try {
      const [component] = await Promise.all([load(), speech.load(words)]);
      loaded.value = component;
      failed.value = null;
    } catch (error) {
      failed.value = error;
    }
  };
  const Lazy: FunctionComponent<P> = (props) => {
    const Component = loaded.value;
    useEffect(() => void preload(), []);
    if (Component) return <Component {...props} />;
    return (
      <PageShape>
        {failed.value ? (
          <ProblemState error={failed.value} again={() => void preload()} />
        ) : (
          <Skeleton lines={5} />
        )}
      </PageShape>
    );
  };
  return Object.assign(Lazy, { preload });
}
