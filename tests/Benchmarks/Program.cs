using BenchmarkDotNet.Running;
using LearningBuddy.Tests.Benchmarks.Lrs;

switch (args)
{
    case ["lrs-host", .. var settings]:
        await LrsHost.RunAsync(settings);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
