using LearningBuddy.LtiTool.Startup;
using Microsoft.Extensions.Options;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddLearningBuddy();
    var app = builder.Build();
    await app.PrepareAsync();
    app.UseLearningBuddy();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is OptionsValidationException or ArgumentException or InvalidDataException)
{
    // A wrong setting or template stops the start with one clear line.
    await Console.Error.WriteLineAsync("Learning Buddy can't start: " + exception.Message);
    return 1;
}
