using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>Spaces the text of a page as WCAG 1.4.12 wants it to bear, looks what is cut or too wide, and takes the spacing away again.</summary>
internal static class TextSpacing
{
    /// <summary>
    /// Through a sheet of the script's own, which a page's policy allows. Letters that join are not spread: the criterion leaves out what a script doesn't have.
    /// What scrolls or is drawn is no cut text.
    /// </summary>
    private const string Look = """
        () => {
          const before = [...document.adoptedStyleSheets];
          const spacing = new CSSStyleSheet();
          spacing.replaceSync(`* { line-height: 1.5 !important; word-spacing: 0.16em !important }
            :not(:lang(ar)) { letter-spacing: 0.12em !important } p { margin-block-end: 2em !important }`);
          document.adoptedStyleSheets = [...before, spacing];
          const words = one => [...one.childNodes].filter(part => part.nodeType === Node.TEXT_NODE && part.data.trim());
          const isSeen = one => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1 && !one.closest('svg, select, .skip, .visually-hidden');
          const scrolls = value => value === 'auto' || value === 'scroll';
          const boxOf = one => (getComputedStyle(one).display === 'inline' ? boxOf(one.parentElement) : one);
          const isCut = one => {
            const [style, box, range] = [getComputedStyle(boxOf(one)), boxOf(one).getBoundingClientRect(), document.createRange()];
            return !scrolls(style.overflowX) && !scrolls(style.overflowY) && words(one).some(part => {
              range.selectNodeContents(part);
              return [...range.getClientRects()].some(line => line.right > box.right + 1 || line.left < box.left - 1 || line.bottom > box.bottom + 3);
            });
          };
          const said = one => `${one.tagName.toLowerCase()}.${one.className} "${one.textContent.trim().slice(0, 40)}"`;
          const cut = [...document.querySelectorAll('body *')]
            .filter(one => words(one).length > 0 && isSeen(one) && isCut(one))
            .map(one => 'cuts ' + said(one));
          const root = document.documentElement;
          const over = root.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *, .top *')]
            .filter(one => one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.table, .visually-hidden, svg'));
          const wide = root.scrollWidth <= innerWidth ? [] : ['is too wide: ' + over.slice(-3).map(said).join(', ')];
          document.adoptedStyleSheets = before;
          return [...cut, ...wide];
        }
        """;

    /// <summary>Looks at one frame.</summary>
    /// <param name="frame">What shows the page.</param>
    /// <param name="name">What findings call it.</param>
    public static async Task<IEnumerable<string>> FindingsAsync(IFrame frame, string name) =>
        (await frame.EvaluateAsync<string[]>(Look)).Select(finding => $"{name}, with its text spaced, {finding}");
}
