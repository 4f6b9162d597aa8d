/** Settings of the manifest analyzer; package.json is ours to write. */
export default {
  globs: ['src/elements/**/*.ts', 'src/base/*.ts'],
  exclude: ['**/*layout*.ts', '**/*.styles.ts'],
  litelement: true,
  packagejson: false,
};
