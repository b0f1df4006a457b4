import styles from './ripple.module.css';

const rings = [22, 46, 74, 106, 142];

/** Rings on still water: the one ornament of the house. Decoration only. */
export function Ripple({ class: name }: { readonly class?: string | undefined }) {
  return (
    <svg class={`${styles.ripple} ${name ?? ''}`} viewBox="0 0 300 190" aria-hidden="true" fill="none">
      <path
        class={styles.drop}
        d="M150 18c8.6 10.2 13.8 17.6 13.8 25a13.8 13.8 0 0 1-27.6 0c0-7.4 5.2-14.8 13.8-25Z"
      />
      {rings.map((radius, index) => (
        <ellipse
          key={radius}
          class={styles.ring}
          cx="150"
          cy="132"
          rx={radius}
          ry={radius * 0.36}
          opacity={0.9 - index * 0.17}
        />
      ))}
    </svg>
  );
}
