using System.CommandLine;
using System.Globalization;
using LearningBuddy.SampleData.World;
using LearningBuddy.XApi.Client;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.SampleData;

/// <summary>What can be asked for on the command line.</summary>
internal sealed class SampleCommand
{
    private static readonly DateOnly UsualFrom = new(2025, 11, 1);
    private static readonly DateOnly UsualUntil = new(2026, 11, 1);

    private readonly Option<long> seed = new("--seed")
    {
        Description = "Any whole number: the same one gives the same people.",
        DefaultValueFactory = _ => 7,
    };

    private readonly Option<int> learners = new("--learners") { Description = "Places in all cohorts.", DefaultValueFactory = _ => 120 };
    private readonly Option<DateOnly?> from = Day("--from", "First day; 2025-11-01 without it.");
    private readonly Option<DateOnly?> until = Day("--until", "The day after the last, at least eight weeks later; 2026-11-01 without it.");

    private readonly Option<string> version = new("--version")
    {
        Description = "xAPI version: 2.0.0 or 1.0.3.",
        DefaultValueFactory = _ => "2.0.0",
    };

    private readonly Option<bool> everything = new("--everything")
    {
        Description = "Also what leaves the tool only on request: drafts, deliveries, progress.",
    };

    private readonly Option<string?> file = new("--out")
    {
        Description = "File to write, one statement a line; standard output without it.",
    };

    private readonly Option<string?> store = new("--to")
    {
        Description = "Address of a record store to send to, such as http://localhost:5080/xapi/.",
    };

    private readonly Option<string?> key = new("--key") { Description = "Key of the record store." };
    private readonly Option<string?> secret = new("--secret") { Description = "Secret of the record store." };
    private readonly RootCommand root;

    public SampleCommand()
    {
        root = new RootCommand("Makes up the history of an organisation and writes it as xAPI statements.")
        {
            seed, learners, from, until, version, everything, file, store, key, secret,
        };

        // The tool's own --version would stand in the way of xAPI's.
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
    }

    /// <summary>Reads the command line and does what it asks for.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="run">Does it.</param>
    /// <param name="error">Takes the one line about what is wrong.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>The exit code: 2 where the command line is wrong, else what <paramref name="run"/> says.</returns>
    public async Task<int> InvokeAsync(
        string[] args, Func<SampleRequest, CancellationToken, Task<int>> run, TextWriter error, CancellationToken ct)
    {
        var wrong = "";
        root.SetAction(async (parsed, stop) => (wrong = Fault(parsed)) is { Length: > 0 } ? 2 : await run(Read(parsed), stop));
        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            wrong = result.Errors[0].Message;
        }

        var settings = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        var code = wrong.Length > 0 ? 2 : await result.InvokeAsync(settings, ct);
        if (wrong.Length > 0)
        {
            await error.WriteLineAsync(wrong);
        }

        return code;
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = argument =>
        {
            var typed = argument.Tokens[0].Value;
            if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                argument.AddError($"{name} is a day such as 2026-03-31.");
            }

            return day;
        },
    };

    /// <summary>What is wrong with the options taken together, or nothing.</summary>
    private string Fault(ParseResult parsed)
    {
        var (places, spoken, address) = (parsed.GetValue(learners), parsed.GetValue(version), parsed.GetValue(store));
        (bool IsWrong, string Words)[] checks =
        [
            (places is < 1 or > SampleOptions.MostLearners, $"--learners is a number from 1 to {SampleOptions.MostLearners}."),
            (UntilOf(parsed).DayNumber - FromOf(parsed).DayNumber < SampleOptions.ShortestDays,
                $"--until lies at least {SampleOptions.ShortestDays} days after --from."),
            (spoken is not ("2.0.0" or "1.0.3"), "--version is 2.0.0 or 1.0.3."),
            (address is not null && parsed.GetValue(file) is not null, "--out and --to don't go together."),
            (address is not null && LrsEndpoint.Parse(address) is null, "--to is an address such as http://localhost:5080/xapi/."),
            (address is not null && (parsed.GetValue(key) is null || parsed.GetValue(secret) is null), "--to needs --key and --secret."),
        ];
        return checks.FirstOrDefault(check => check.IsWrong).Words ?? "";
    }

    private DateOnly FromOf(ParseResult parsed) => parsed.GetValue(from) ?? UsualFrom;

    private DateOnly UntilOf(ParseResult parsed) => parsed.GetValue(until) ?? UsualUntil;

    private SampleRequest Read(ParseResult parsed)
    {
        var spoken = XApiVersions.Parse(parsed.GetValue(version))!.Value;
        return new SampleRequest(
            new SampleOptions(parsed.GetValue(seed), parsed.GetValue(learners), FromOf(parsed), UntilOf(parsed)),
            spoken,
            parsed.GetValue(everything),
            parsed.GetValue(file),
            parsed.GetValue(store) is { } address
                ? new LrsEndpoint(LrsEndpoint.Parse(address)!, spoken, parsed.GetValue(key)!, parsed.GetValue(secret)!)
                : null);
    }
}

/// <summary>What was asked for.</summary>
/// <param name="Options">Which history.</param>
/// <param name="Version">In which form.</param>
/// <param name="Everything">Also statements that leave only on request.</param>
/// <param name="File">Where to write it, or null.</param>
/// <param name="Store">Where to send it, or null. Without both it goes to standard output.</param>
internal sealed record SampleRequest(SampleOptions Options, XApiVersion Version, bool Everything, string? File, LrsEndpoint? Store);
