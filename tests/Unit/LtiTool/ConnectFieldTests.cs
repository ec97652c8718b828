using System.Globalization;
using System.Resources;
using LearningBuddy.LtiTool.Features;
using LearningBuddy.LtiTool.Features.Admin;
using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class ConnectFieldTests
{
    [Fact]
    public void Every_field_of_a_registration_has_words() => Assert.Equal(ManualRegistration.Fields, ConnectField.All.Select(field => field.Name));

    [Fact]
    public void The_words_are_there_in_German_too()
    {
        var german = new ResourceManager(typeof(Texts)).GetResourceSet(CultureInfo.GetCultureInfo("de"), createIfNotExists: true, tryParents: false)!;

        Assert.DoesNotContain(ConnectField.All, field => german.GetString(field.Label) is null || german.GetString(field.Hint) is null);
    }
}
