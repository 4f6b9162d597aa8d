import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { TemplateElement } from '../../src/base/template-element.js';
import type { PropertyDeclarations } from '../../src/base/template-element.js';

class Parent extends TemplateElement {
  static override properties: PropertyDeclarations = {
    word: { reflect: true },
    manyWords: { attribute: 'many-words', converter: (text) => text.split(' ') },
    thing: { attribute: false },
  };
  static override styles = [':host { display: block; }', 'p { margin: 0; }'];
  word: string | null = 'one';
  manyWords: string[] | null = null;
  thing: object | null = null;
  drawn = 0;
  told = 0;
  wrong = false;

  protected override willUpdate(): void {
    if (this.wrong) throw new Error('wrong on purpose');
  }
  protected override render() {
    this.drawn++;
    return html`<p>${this.word}</p>`;
  }
  protected override updated(): void {
    this.told++;
  }
  draw(): void {
    this.performUpdate();
  }
}

class Child extends Parent {
  static override properties: PropertyDeclarations = { size: { type: Number, reflect: true }, wide: { type: Boolean, reflect: true } };
  size: number | null = 3;
  wide = false;
}

customElements.define('test-child', Child);

async function made(markup = '<test-child></test-child>'): Promise<Child> {
  const box = document.createElement('div');
  box.innerHTML = markup;
  document.body.append(box);
  const element = box.firstElementChild as Child;
  await element.updateComplete;
  return element;
}

describe('element of a template', () => {
  afterEach(() => document.querySelectorAll('div:has(> test-child, > test-late)').forEach((box) => box.remove()));

  it('reads attributes, its own and those of what it extends', async () => {
    const element = await made('<test-child word="two" many-words="a b" size="7" wide></test-child>');
    expect([element.word, element.manyWords, element.size, element.wide]).to.deep.equal(['two', ['a', 'b'], 7, true]);
    for (const name of ['word', 'many-words', 'size', 'wide']) element.removeAttribute(name);
    expect([element.word, element.manyWords, element.size, element.wide]).to.deep.equal([null, null, null, false]);
    expect(Child.observedAttributes.sort()).to.deep.equal(['many-words', 'size', 'wide', 'word']);
  });

  it('writes attributes when it draws, also of defaults, and never over what the page has just written', async () => {
    const element = await made();
    expect(element.outerHTML).to.equal('<test-child word="one" size="3"></test-child>');
    Object.assign(element, { word: null, size: 0, wide: true, manyWords: ['x'] });
    expect(element.getAttribute('size')).to.equal('3');
    await element.updateComplete;
    expect(element.outerHTML).to.equal('<test-child size="0" wide=""></test-child>');
    element.setAttribute('size', 'large');
    await element.updateComplete;
    expect(element.size).to.be.NaN;
    expect(element.getAttribute('size')).to.equal('large');
  });

  it('draws once for all changes of a task, not for what is the same, and not before it is in a page', async () => {
    const apart = document.createElement('test-child') as Child;
    await Promise.resolve();
    expect([apart.drawn, apart.renderRoot]).to.deep.equal([0, undefined]);
    const element = await made();
    element.word = 'a';
    element.word = 'b';
    element.thing = {};
    expect(await element.updateComplete).to.equal(true);
    expect([element.drawn, element.told, element.renderRoot.textContent]).to.deep.equal([2, 2, 'b']);
    element.word = 'b';
    await element.updateComplete;
    expect(element.drawn).to.equal(2);
    element.word = 'c';
    element.draw();
    expect([element.drawn, element.renderRoot.textContent]).to.deep.equal([3, 'c']);
    await element.updateComplete;
    expect(element.drawn).to.equal(3);
  });

  it('looks are shared, and its tree is kept when it moves', async () => {
    const [a, b] = [await made(), await made()];
    expect(a.renderRoot.adoptedStyleSheets).to.deep.equal(b.renderRoot.adoptedStyleSheets).and.to.have.length(2);
    const { renderRoot } = a;
    document.body.append(a.parentElement!);
    expect(a.renderRoot).to.equal(renderRoot);
    expect(getComputedStyle(a).display).to.equal('block');
  });

  it('takes what the page set before the class was there, before attributes', async () => {
    const box = document.createElement('div');
    box.innerHTML = '<test-late word="attribute" size="2"></test-late>';
    document.body.append(box);
    const element = box.firstElementChild as Child;
    element.word = 'property';
    customElements.define('test-late', class extends Child {});
    await element.updateComplete;
    expect(Object.hasOwn(element, 'word')).to.equal(false);
    expect([element.word, element.size, element.renderRoot.textContent]).to.deep.equal(['property', 2, 'property']);
  });

  it('says when drawing fails, and draws again after the next change', async () => {
    const element = await made();
    element.wrong = true;
    element.word = 'x';
    const failed = await element.updateComplete.catch((error: Error) => error.message);
    expect(failed).to.equal('wrong on purpose');
    element.wrong = false;
    element.word = 'y';
    await element.updateComplete;
    expect(element.renderRoot.textContent).to.equal('y');
  });
});
