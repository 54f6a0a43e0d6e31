/** The part of saxen that is used; it brings no types of its own. */
declare module 'saxen' {
  export class Parser {
    on(name: 'openTag', tell: (name: string, attributes: () => Record<string, string>) => void): this;
    on(name: 'closeTag', tell: (name: string) => void): this;
    on(name: 'text' | 'cdata', tell: (text: string, decode: (text: string) => string) => void): this;
    on(name: 'error', tell: (error: Error) => void): this;
    parse(xml: string): Error | undefined;
  }
}
