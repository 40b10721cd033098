/** One step of the schema, run in one transaction together with the new version number. */
export interface Migration {
  version: number;
  sql: string;
}
