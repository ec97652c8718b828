using LearningBuddy.Shared.People;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class PersonTests
{
    [Fact]
    public void The_platforms_name_goes_before_the_chosen_one_and_that_before_none()
    {
        var person = new Person(Guid.NewGuid(), Guid.NewGuid(), "subject");
        Assert.Equal(Person.NameOf(person.Id, null, null), person.DisplayName);
        Assert.True(person.HasNoName);

        person.CallMe("  Dr. Sand ");
        Assert.Equal("Dr. Sand", person.DisplayName);

        person.Name = "Ada Sand";
        Assert.Equal("Ada Sand", person.DisplayName);
    }

    [Fact]
    public void A_long_name_is_cut_and_an_empty_one_is_none()
    {
        var person = new Person(Guid.NewGuid(), Guid.NewGuid(), "subject");

        person.CallMe(new string('a', Person.LongestName + 1));

        Assert.Equal(Person.LongestName, person.ChosenName!.Length);
        Assert.Throws<ArgumentException>(() => person.CallMe("  "));
    }
}
