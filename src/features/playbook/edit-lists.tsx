/** Fields that hold several things: ticks, and texts one a line. */
import { Checkbox, Input } from '@fluentui/react-components';
import { AddButton, fieldId, type Option, type Place, Row, useEditStyles } from './edit-fields.tsx';
import { Fold } from './edit-fold.tsx';

/** Several, in the order in which they were ticked. */
export function PicksIn({
  value = [],
  options,
  change,
  ...place
}: Place & { value: readonly string[] | undefined; options: readonly Option[]; change: (ids: string[]) => void }) {
  const styles = useEditStyles();
  return (
    <Fold {...place}>
      <div className={styles.picks}>
        {options.map(({ id, title }) => (
          <Checkbox
            key={id}
            label={title}
            checked={value.includes(id)}
            onChange={(_, { checked }) => change(checked ? [...value, id] : value.filter((each) => each !== id))}
          />
        ))}
      </div>
    </Fold>
  );
}

/** One text a line, with a button to add and one to take away. */
export function LinesIn({
  value = [],
  change,
  add,
  ...place
}: Place & { value: readonly string[] | undefined; add: string; change: (lines: string[]) => void }) {
  const styles = useEditStyles();
  const lines = value.length === 0 ? [''] : value;
  return (
    <Fold {...place}>
      {lines.map((line, at) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          key={at}
          remove={lines.length > 1 ? () => change(lines.filter((_, each) => each !== at)) : undefined}
          name={`${place.label} ${at + 1}`}
        >
          <Input
            className={styles.wide}
            id={fieldId(at === 0 ? place.path : `${place.path}.${at}`)}
            aria-label={`${place.label} ${at + 1}`}
            value={line}
            onChange={(_, next) => change(lines.map((each, nth) => (nth === at ? next.value : each)))}
          />
        </Row>
      ))}
      <AddButton label={add} press={() => change([...lines, ''])} />
    </Fold>
  );
}
