/** Two or three views of one page as links: each has an address, and none needs the weight of real tabs. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  one: {
    padding: `${tokens.spacingVerticalS} 0`,
    color: tokens.colorNeutralForeground2,
    textDecoration: 'none',
    borderBottom: `3px solid transparent`,
    ':hover': { color: tokens.colorNeutralForeground1, textDecoration: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
  },
});

export interface Choice {
  readonly name: string;
  readonly href: string;
  readonly isHere: boolean;
}

export function Choices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  const styles = useStyles();
  return (
    <nav className={styles.row} aria-label={label}>
      {choices.map(({ name, href, isHere }) => (
        <Link
          key={href}
          href={href}
          className={mergeClasses(styles.one, isHere && styles.here)}
          aria-current={isHere ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
