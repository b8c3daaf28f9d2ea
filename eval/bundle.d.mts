export interface Change {
  file: string;
  find: string | RegExp;
  put: string;
}
export function bundle(root: string, entry: string, changes?: readonly Change[]): Promise<string>;
export function constantChange(text: string): Change;
