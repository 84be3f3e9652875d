/** Loaded before the command line (`--import`): the process is killed at the nth statement that holds these words, before it runs. */
import { DatabaseSync, StatementSync } from 'node:sqlite';

const [words = '', nth = '1'] = (process.env.DIES_AT ?? '').split('#');
let left = Number(nth);

function count(sql: string): void {
  if (sql.includes(words) && --left === 0) process.kill(process.pid, 'SIGKILL');
}

const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  count(sql);
  return exec.call(this, sql);
};
const { all } = StatementSync.prototype;
StatementSync.prototype.all = function (this: StatementSync, ...values: unknown[]) {
  count(this.sourceSQL);
  return Reflect.apply(all, this, values);
};
