/**
 * Elements of the open page by the path of a `Place`, so that "show on page" and the filler find them again.
 * Holds elements weakly; what left the page is not found. Table cells are found by a finder when asked, not one by one beforehand.
 */
export class Handles {
  readonly #refs = new Map<string, WeakRef<Element>>();
  readonly #finders = new Map<string, (path: string) => Element | undefined>();

  /** Registers the element that stands at `path`. */
  set(path: string, element: Element): void {
    this.#refs.set(path, new WeakRef(element));
  }

  /** Registers how all paths that begin with `prefix` are found. */
  find(prefix: string, finder: (path: string) => Element | undefined): void {
    this.#finders.set(prefix, finder);
  }

  /** The element at `path`, if it is still in its page. */
  get(path: string): Element | undefined {
    const known = this.#refs.get(path)?.deref();
    if (known?.isConnected) return known;
    for (const [prefix, finder] of this.#finders) {
      const found = path.startsWith(prefix) ? finder(path) : undefined;
      if (found?.isConnected) return found;
    }
    return undefined;
  }

  /** Forgets the paths that begin with `prefix`; all without one. */
  clear(prefix = ''): void {
    for (const map of [this.#refs, this.#finders]) {
      for (const path of map.keys()) if (path.startsWith(prefix)) map.delete(path);
    }
  }
}
