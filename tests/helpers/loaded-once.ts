/** Stands for a big package in every test file: it is loaded once in each process, since to read it costs more than most tests. */
export default {
  process: (_source: string, path: string) => ({ code: `module.exports = requireOnce(${JSON.stringify(path)});` }),
};
