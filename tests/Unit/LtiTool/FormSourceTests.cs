using System.Text.RegularExpressions;
using LearningBuddy.Tests.Unit.Architecture;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>What holds of every form, read in the pages' sources.</summary>
public sealed partial class FormSourceTests
{
    private static readonly IReadOnlyList<(string File, string Form)> Forms =
    [
        .. from file in SourceTree.Files("src/LtiTool/Features", ".cshtml")
           from Match form in Form().Matches(SourceTree.Read(file))
           select (file, form.Value),
    ];

    /// <summary>Enter in a field presses the first submit button: where there are several, it is a hidden one that only keeps what is typed.</summary>
    [Fact]
    public void Enter_in_a_field_does_no_harm()
    {
        Assert.True(Forms.Count > 30);
        var wrong =
            from form in Forms
            let buttons = Button().Matches(form.Form).Select(button => button.Value).Where(button => !button.Contains("type=\"button\"", StringComparison.Ordinal)).ToList()
            where buttons.Count != 1 && !(buttons.Count > 1 && KeepsOnly().IsMatch(buttons[0]))
            select $"{form.File}: {buttons.FirstOrDefault()}";
        Assert.Empty(wrong);
    }

    /// <summary>A bar that stays while the page moves hides the text below it on a phone.</summary>
    [Fact]
    public void Nothing_stands_over_the_text() =>
        Assert.DoesNotMatch("position: *(sticky|fixed)", SourceTree.Read("src/LtiTool/wwwroot/site.css"));

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<button.*?>", RegexOptions.Singleline)]
    private static partial Regex Button();

    [GeneratedRegex("""^<button hidden (asp-page-handler="(Keep|File)" |formaction="\?handler=Keep)""")]
    private static partial Regex KeepsOnly();
}
