// Each test starts a browser, some a tool as well: one after another they are quicker, and nothing times out on a small machine.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
