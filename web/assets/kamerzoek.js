// Comfort for who has scripts: suggestions while typing, keys, and copying. Every page works
// without. All that is shown comes in as text, never as markup.
'use strict';

(() => {
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  // Suggestions: the combobox pattern of the ARIA Authoring Practices, with a list that is only
  // proposed (aria-autocomplete="list"): what is typed stays as it is.

  const pause = 100;  // ms without a key before the server is asked
  const least = 2;    // letters

  // More than fits on the screen of a phone is read by nobody.
  function options({terms, dossiers, documents}) {
    return [
      ...terms.slice(0, 5).map(({text, documents}) =>
        ({kind: '', text, more: documents.toLocaleString('nl-NL'), query: text})),
      ...dossiers.slice(0, 3).map(({nummer, titel, url}) =>
        ({kind: 'Dossier', text: titel || nummer, more: titel ? nummer : '', url})),
      ...documents.slice(0, 3).map(({onderwerp, titel, id, soort, url}) =>
        ({kind: soort || 'Document', text: onderwerp || titel || id, more: '', url})),
    ];
  }

  class SuggestionBox {
    constructor(input) {
      this.input = input;
      this.form = input.form;
      this.list = make('ul', {id: input.id + '-voorstellen', role: 'listbox',
                              class: 'suggestions', 'aria-label': 'Voorstellen'});
      this.list.hidden = true;
      this.shown = [];
      this.active = -1;
      input.parentNode.append(this.list);
      for (const [name, value] of Object.entries({role: 'combobox', 'aria-autocomplete': 'list',
                                                  'aria-expanded': 'false',
                                                  'aria-controls': this.list.id}))
        input.setAttribute(name, value);
      input.addEventListener('input', () => this.later());
      input.addEventListener('keydown', event => this.key(event));
      input.addEventListener('blur', () => this.close());
      // A press would take the focus away before the click is there.
      this.list.addEventListener('mousedown', event => event.preventDefault());
      this.list.addEventListener('click', event => {
        const option = event.target.closest('[role=option]');
        if (option) this.choose(this.shown[[...this.list.children].indexOf(option)]);
      });
    }

    later() {
      clearTimeout(this.timer);
      this.request?.abort();
      if (this.input.value.trim().length < least) return this.close();
      this.timer = setTimeout(() => this.ask(this.input.value), pause);
    }

    async ask(text) {
      this.request = new AbortController();
      try {
        const answer = await fetch('/api/v1/suggest?q=' + encodeURIComponent(text),
                                   {signal: this.request.signal});
        if (answer.ok && document.activeElement === this.input)
          this.show(options(await answer.json()));
      } catch {
        // Given up for a newer question, or the server is away: there is nothing to propose.
      }
    }

    show(shown) {
      this.shown = shown;
      this.list.replaceChildren(...shown.map(({kind, text, more}, index) => make(
        'li', {id: `${this.list.id}-${index}`, role: 'option', 'aria-selected': 'false'},
        make('span', {class: 'kind'}, kind), make('span', {}, text),
        make('span', {class: 'number'}, more))));
      this.list.hidden = shown.length === 0;
      this.input.setAttribute('aria-expanded', String(!this.list.hidden));
      this.activate(-1);
    }

    activate(index) {
      this.list.children[this.active]?.setAttribute('aria-selected', 'false');
      this.active = index;
      const option = this.list.children[index];
      option?.setAttribute('aria-selected', 'true');
      option?.scrollIntoView({block: 'nearest'});
      if (option) this.input.setAttribute('aria-activedescendant', option.id);
      else this.input.removeAttribute('aria-activedescendant');
    }

    close() {
      clearTimeout(this.timer);
      this.request?.abort();
      this.show([]);
    }

    choose({url, query}) {
      this.close();
      if (url) return location.assign(url);
      this.input.value = query;
      this.form.requestSubmit();
    }

    key(event) {
      if (this.list.hidden || event.isComposing) return;
      const count = this.shown.length;
      const moves = {ArrowDown: 1, ArrowUp: -1};
      if (event.key in moves) {
        // One past both ends is what was typed.
        this.activate((this.active + 1 + moves[event.key] + count + 1) % (count + 1) - 1);
      } else if (event.key === 'Escape') {
        this.close();
      } else if (event.key === 'Enter' && this.active >= 0) {
        this.choose(this.shown[this.active]);
      } else {
        return;
      }
      event.preventDefault();
    }
  }

  for (const input of document.querySelectorAll('form.search input[type=search]'))
    new SuggestionBox(input);

  // Keys: / to the search box, j and k along the results, n and p along the marked words.

  function step(elements, current, by) {
    if (elements.length === 0) return null;
    const at = elements.indexOf(current);
    if (at < 0) return by > 0 ? elements[0] : elements.at(-1);
    return elements[(at + by + elements.length) % elements.length];
  }

  function toResult(by) {
    const links = [...document.querySelectorAll('ol.results h3 a')];
    step(links, document.activeElement, by)?.focus();
  }

  function toMark(by) {
    const marks = [...document.querySelectorAll('.text mark[id]')];
    const next = step(marks, document.querySelector('.text mark:target'), by);
    if (next) location.replace('#' + next.id);
  }

  const keys = {
    '/': () => document.querySelector('form.search input[type=search]')?.select(),
    j: () => toResult(1),
    k: () => toResult(-1),
    n: () => toMark(1),
    p: () => toMark(-1),
  };

  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    keys[event.key]();
    event.preventDefault();
  });

  for (const bar of document.querySelectorAll('.hits')) {
    const button = (text, by) => {
      const one = make('button', {type: 'button'}, text);
      one.addEventListener('click', () => toMark(by));
      return one;
    };
    bar.append(make('span', {class: 'steps'}, button('Vorige', -1), button('Volgende', 1)));
  }

  // Copying

  for (const place of document.querySelectorAll('[data-copy]')) {
    const button = make('button', {type: 'button'}, 'Kopieer');
    const said = make('span', {role: 'status', class: 'quiet'});
    button.addEventListener('click', async () => {
      const source = document.getElementById(place.dataset.copy);
      try {
        await navigator.clipboard.writeText(source.textContent);
        said.textContent = 'Gekopieerd';
      } catch {
        // Not allowed here: what was to be copied is selected instead.
        getSelection().selectAllChildren(source);
        said.textContent = 'Geselecteerd';
      }
    });
    place.append(button, ' ', said);
  }
})();
