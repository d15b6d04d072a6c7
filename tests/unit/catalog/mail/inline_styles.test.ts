import { inlineStyles } from '../../../../catalog/mail/inline_styles';

describe('styles in mails', () => {
  test("become attributes in the sheet's order, whatever the order of the classes", () => {
    expect(inlineStyles('<p class="b a x">', `.a { color: red; }\n.b { color: blue;\n  font: 1px 'Segoe UI'; }`)).toBe(
      `<p class="b a x" style="color: red; color: blue; font: 1px 'Segoe UI';">`,
    );
  });

  test('leave markup without rules, and tags of the template, alone', () => {
    const markup = '<td class="none"><%= view.title %></td><p>class="a"</p>';
    expect(inlineStyles(markup, '.b { color: blue; }')).toBe(markup);
  });

  test('a rule that cannot be placed is an error, not a mail that looks wrong', () => {
    expect(() => inlineStyles('', '.a .b { color: red; }')).toThrow('not one class: .a .b');
  });
});
