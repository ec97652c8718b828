// Each test starts a browser, some a tool as well, and spends half its time waiting for them: two beside each other are as much as two cores carry.
[assembly: Xunit.CollectionBehavior(MaxParallelThreads = 2)]
[assembly: Xunit.AssemblyFixture(typeof(LearningBuddy.Tests.Browser.Stage.EndOfRun))]
[assembly: Xunit.TestCollectionOrderer(typeof(LearningBuddy.Tests.Browser.Stage.LongestFirst))]
