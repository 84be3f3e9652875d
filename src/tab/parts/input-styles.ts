/** Fields of a form: never wider than their place, and two beside each other where there is room. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useInputStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  input: { minWidth: 0, width: '100%', '& input': { minWidth: 0, width: '100%' } },
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
});
