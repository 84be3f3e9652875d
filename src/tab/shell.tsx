/** The shell: menu, the page of the path, what to say when something breaks. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Component, type ReactNode, useEffect, useRef } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { isAt, type Page } from './page.ts';
import { Frame } from './parts/frame.tsx';
import { Failed } from './parts/states.tsx';
import { useReader } from './reader.ts';
import { useWords } from './words.ts';

const wide = '@media (min-width: 900px)';

const useStyles = makeStyles({
  shell: {
    display: 'grid',
    gridTemplateRows: 'auto 1fr',
    minHeight: '100vh',
    background: tokens.colorNeutralBackground2,
    [wide]: { gridTemplateRows: 'none', gridTemplateColumns: '13rem minmax(0, 1fr)' },
  },
  menu: {
    display: 'flex',
    overflowX: 'auto',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalS,
    background: tokens.colorNeutralBackground3,
    [wide]: { flexDirection: 'column', overflowX: 'visible', padding: tokens.spacingHorizontalM },
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flex: 'none',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecoration: 'none',
    fontSize: tokens.fontSizeBase300,
    ':hover': { color: tokens.colorNeutralForeground1, textDecoration: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 3px 0 ${tokens.colorBrandStroke1}`,
  },
  body: { minWidth: 0 },
  example: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    background: tokens.colorNeutralBackground3,
  },
});

export function Shell({ pages, footer }: { pages: readonly Page[]; footer?: ReactNode }) {
  const styles = useStyles();
  const words = useWords();
  const { me, host } = useReader();
  const [location] = useLocation();
  const listed = pages.filter((page) => page.isFor(me));
  const start = (listed.find((page) => page.isStart?.(me)) ?? listed[0])?.path ?? '/about';
  const menu = useRef<HTMLElement>(null);
  // On a phone the menu is one line that scrolls: the page one is on stays in sight.
  useEffect(() => {
    const here = location && menu.current?.querySelector('[aria-current=page]');
    if (here) here.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [location]);
  return (
    <div className={styles.shell}>
      <nav ref={menu} className={styles.menu} aria-label={words('menu')}>
        {listed.map((page) => {
          const { path, name, Icon, Body } = page;
          const isHere = isAt(page, location);
          return (
            <Link
              key={path}
              href={path}
              className={mergeClasses(styles.link, isHere && styles.here)}
              aria-current={isHere ? 'page' : undefined}
              onPointerEnter={Body.ahead}
            >
              <Icon aria-hidden />
              {words(`page.${name}`)}
            </Link>
          );
        })}
        {footer}
      </nav>
      <div className={styles.body}>
        {me.isExample && <div className={styles.example}>{words('example')}</div>}
        <Guard at={location}>
          <Switch>
            <Route path="/">
              <Redirect to={host.startPath ?? start} replace />
            </Route>
            {pages.map(({ path, Body }) => (
              <Route key={path} path={`${path}/*?`}>
                <Body />
              </Route>
            ))}
            <Route>
              <Frame title={words('nowhere.title')}>
                <Text>{words('nowhere.text')}</Text>
              </Frame>
            </Route>
          </Switch>
        </Guard>
      </div>
    </div>
  );
}

/**
 * A page that breaks takes only itself down; a file of an older build is met by loading the page anew, once.
 * Another address is another try; what stands on a page stays as it is while addresses below it change.
 */
class Guard extends Component<{ at: string; children: ReactNode }, { error: unknown }> {
  override state = { error: undefined };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override componentDidUpdate({ at }: { at: string }) {
    if (at !== this.props.at && this.state.error !== undefined) this.setState({ error: undefined });
  }
  override render() {
    const { error } = this.state;
    return error === undefined ? this.props.children : <Failed error={error} retry={() => window.location.reload()} />;
  }
}
