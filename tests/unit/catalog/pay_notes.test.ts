import { notesOf } from '../../../catalog/pay/pay_notes';
import type { PayState } from '../../../catalog/pay/pay_state';
import type { Asked, Shown } from '../../../catalog/pay/shown';
import { chooseLanguage } from '../../../language/customer';

const notes = (state: PayState, asked: Asked | null, slug: string | null = null): string[] =>
  notesOf({
    ...{ state, asked, chosen: false, language: chooseLanguage('en-gb') },
    visit: { moment: 'open', looks: 0, now: 0 },
    facts: {
      order: null,
      link: { email: 'jan@customer.example', state: 'active', slug },
      shop: { name: 'Fjord & Søn' },
    },
  } as unknown as Shown).map(({ text }) => text);

test('a wish for a new link is answered once, without telling the address to others', () => {
  expect(notes('being_made', 'on_its_way')).toEqual(['A new link is on its way to j•••@customer.example.']);
  expect(notes('expired', null)).toEqual([]);
});

test('where the address of the page can be guessed, not a letter of the customer’s own is told', () => {
  const said = notes('being_made', 'on_its_way', 'spare-key');
  expect(said).toEqual(['A new link is on its way to the address we have on file.']);
});

test('that none can be sent is said only where there is none: a second press finds the new one', () => {
  expect(notes('cancelled', 'not_possible')).toEqual(['A new link cannot be sent. Please contact Fjord & Søn.']);
  for (const state of ['being_made', 'payable', 'on_its_way', 'paid'] as const) {
    expect([state, notes(state, 'not_possible')]).toEqual([state, []]);
  }
});
