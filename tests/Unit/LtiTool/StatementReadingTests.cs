using System.Text;
using LearningBuddy.LtiTool.Intake;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class StatementReadingTests
{
    [Theory]
    [InlineData("""{"und":"<p>Role&nbsp;play 1</p>\n"}""", "en", "Role play 1")]
    [InlineData("""{"en-US":""}""", "en", "https://sim.example/1")]
    [InlineData("""{}""", "en", "https://sim.example/1")]
    [InlineData("""{"en":"<br>","de":"Rollenspiel"}""", "en", "Rollenspiel")]
    [InlineData("""{"de":"Rollenspiel","en":"Role play"}""", "en", "Role play")]
    [InlineData("""{"en":"Role play","de":"Rollenspiel"}""", "de", "Rollenspiel")]
    [InlineData("""{"en":"Role play","de-AT":"Rollenspiel"}""", "de", "Rollenspiel")]
    [InlineData("""{"en-GB":"Practise","en-US":"Practice"}""", "en-US", "Practice")]
    [InlineData("""{"fr":"Jeu","es":"Juego"}""", "en", "Jeu")]
    public void An_activity_is_called_as_its_reader_would(string names, string language, string name)
    {
        var found = Assert.IsType<StatementReading.Found>(StatementReading.Of(Guid.NewGuid(), Encoding.UTF8.GetBytes($$$"""
            {"actor":{"account":{"homePage":"https://school.example","name":"417"}},"verb":{"id":"http://x.example/did"},
            "object":{"id":"https://sim.example/1","definition":{"name":{{{names}}} } },"timestamp":"2026-07-12T15:33:18Z"}
            """)));

        Assert.Equal(name, found.In(language).ActivityName);
    }

    [Fact]
    public void A_long_name_is_cut()
    {
        var found = Assert.IsType<StatementReading.Found>(StatementReading.Of(Guid.NewGuid(), Encoding.UTF8.GetBytes($$$"""
            {"actor":{"account":{"homePage":"https://school.example","name":"417"}},"verb":{"id":"http://x.example/did"},
            "object":{"id":"https://sim.example/1","definition":{"name":{"zz":"{{{new string('x', 10_000)}}}"} } } }
            """)));

        Assert.Equal(200, found.Statement.ActivityName.Length);
    }
}
