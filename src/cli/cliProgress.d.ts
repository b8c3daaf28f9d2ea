// The part of cli-progress that is used here; the package has no types.
declare module "cli-progress" {
  /** What a bar is drawn on. */
  export interface Terminal {
    cursorSave(): void;
    cursorRestore(): void;
    cursor(shown: boolean): void;
    cursorTo(x: number | null, y: number | null): void;
    clearRight(): void;
    clearLine(): void;
    lineWrapping(on: boolean): void;
    newline(): void;
    write(text: string): void;
    isTTY(): boolean;
    getWidth(): number;
  }

  export interface Options {
    terminal: Terminal;
    format: string;
    barsize: number;
    barCompleteChar: string;
    barIncompleteChar: string;
    clearOnComplete: boolean;
    etaBuffer: number;
  }

  export class SingleBar {
    constructor(options: Options);
    start(total: number, value: number, payload: Record<string, string>): void;
    update(value: number, payload: Record<string, string>): void;
    render(): void;
    stop(): void;
  }
}
