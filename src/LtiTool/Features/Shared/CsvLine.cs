using System.Text;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// Lines of a table that spreadsheets open by a double click (RFC 4180): every cell is text, whatever somebody is called. Each table
/// begins with <see cref="Start"/>, without which a spreadsheet takes umlauts for something else.
/// </summary>
internal static class CsvLine
{
    /// <summary>The mark of UTF-8, before the first line.</summary>
    public const string Start = "\ufeff";

    /// <summary>Of half, full and small width.</summary>
    private const string Starters = "=+-@＝＋－＠﹦﹢﹣﹫−";

    private const char AsText = '\'';

    /// <summary>A line with its end.</summary>
    public static string Of(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>The text of a cell that <see cref="Of"/> wrote, as it was: without what kept it from being run.</summary>
    /// <param name="cell">As a reader of CSV has it: without the quotes around it.</param>
    public static string Plain(string cell)
    {
        var text = new StringBuilder(cell.Length);
        var isStart = true;
        for (var at = 0; at < cell.Length; at++)
        {
            if (isStart && cell[at] == AsText && IsFormula(cell.AsSpan(at + 1), isFirst: at == 0))
            {
                at++;
            }

            isStart = IsSeparator(cell[at]);
            text.Append(cell[at]);
        }

        return text.ToString();
    }

    private static string Cell(string text)
    {
        var cell = new StringBuilder("\"", text.Length + 3);
        var isStart = true;
        for (var at = 0; at < text.Length; at++)
        {
            if (isStart && IsFormula(text.AsSpan(at), isFirst: at == 0))
            {
                cell.Append(AsText);
            }

            // Where the language's separator is a semicolon, a cell may end at one in spite of its quotes: what follows begins a cell too.
            isStart = IsSeparator(text[at]);
            cell.Append(text[at] == '"' ? "\"\"" : text[at].ToString());
        }

        return cell.Append('"').ToString();
    }

    private static bool IsSeparator(char letter) => letter is ';' or '\t' or '\r' or '\n';

    /// <summary>
    /// Whether a spreadsheet may run what begins here (OWASP, CSV injection): behind blanks and invisible characters comes a sign that
    /// starts a formula, of half or full width; or, at the very beginning, a tab or a line break does. Apostrophes in front make no
    /// difference, so that <see cref="Plain"/> knows which was put there.
    /// </summary>
    private static bool IsFormula(ReadOnlySpan<char> text, bool isFirst)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (isFirst && rune.Value is '\t' or '\r' or '\n')
            {
                return true;
            }

            if (rune.Value != AsText && !CleanText.IsInvisible(rune))
            {
                return Starters.Contains((char)rune.Value) && rune.IsBmp;
            }
        }

        return false;
    }
}
