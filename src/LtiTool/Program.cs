using LearningBuddy.LtiTool.Startup;
using Microsoft.Extensions.Options;

try
{
    var app = await LearningBuddyApp.BuildAsync(args);
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is OptionsValidationException or ArgumentException or InvalidDataException)
{
    // A wrong setting, template or record store stops the start with one clear line.
    await Console.Error.WriteLineAsync("Learning Buddy can't start: " + exception.Message);
    return 1;
}
