using BenchmarkDotNet.Running;
using LearningBuddy.Tests.Benchmarks.Boards;
using LearningBuddy.Tests.Benchmarks.ColdStart;
using LearningBuddy.Tests.Benchmarks.Due;
using LearningBuddy.Tests.Benchmarks.Launches;
using LearningBuddy.Tests.Benchmarks.Lrs;
using LearningBuddy.Tests.Benchmarks.Messages;

switch (args)
{
    case ["lrs-host", .. var settings]:
        await LrsHost.RunAsync(settings);
        break;
    case ["launches", .. var settings]:
        await LaunchBenchmark.RunAsync(settings);
        break;
    case ["cold-start", .. { Length: 3 } starts]:
        await ColdStartBenchmark.RunAsync(starts);
        break;
    case ["due", .. { Length: > 0 } due]:
        await DueBenchmark.RunAsync(due);
        break;
    case ["nudges", .. { Length: > 0 } nudges]:
        await NudgesBenchmark.RunAsync(nudges);
        break;
    case ["messages", .. { Length: > 0 } messages]:
        await MessagesBenchmark.RunAsync(messages);
        break;
    case ["board", .. { Length: > 0 } board]:
        await BoardBenchmark.RunAsync(board);
        break;
    case ["lrs-load", .. var load]:
        await LrsLoad.RunAsync(load);
        break;
    case ["lrs-costs", var directory]:
        LrsCosts.Run(directory);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(DueBenchmark).Assembly).Run(args);
        break;
}
