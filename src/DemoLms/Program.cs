using LearningBuddy.DemoLms;

var app = DemoLmsApp.Build(args);
await app.RunAsync();
