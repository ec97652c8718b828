using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

public sealed class CourseRolesTests
{
    private const string M = "http://purl.imsglobal.org/vocab/lis/v2/membership";

    [Theory]
    [InlineData(CourseRole.Instructor, M + "#Instructor")]
    [InlineData(CourseRole.Instructor, M + "/Instructor#PrimaryInstructor")]
    [InlineData(CourseRole.Instructor, M + "#Administrator")]
    [InlineData(CourseRole.Designer, M + "#ContentDeveloper")]
    [InlineData(CourseRole.Designer, M + "/ContentDeveloper#Librarian")]
    [InlineData(CourseRole.Instructor, M + "#ContentDeveloper", M + "#Instructor")]
    [InlineData(CourseRole.Instructor, M + "#Learner", M + "#Instructor")]
    [InlineData(CourseRole.TeachingAssistant, M + "/Instructor#TeachingAssistant")]
    [InlineData(CourseRole.TeachingAssistant, M + "/Instructor#TeachingAssistantSection", M + "#Instructor")]
    [InlineData(CourseRole.TeachingAssistant, M + "/Instructor#Grader", M + "#Instructor")]
    [InlineData(CourseRole.Instructor, M + "/Instructor#TeachingAssistant", M + "/Instructor#Lecturer")]
    [InlineData(CourseRole.Learner, M + "#Learner")]
    [InlineData(CourseRole.Learner, M + "/Learner#NonCreditLearner")]
    [InlineData(CourseRole.Mentor, M + "#Mentor")]
    [InlineData(CourseRole.Mentor, M + "/Mentor#Advisor")]
    [InlineData(CourseRole.Instructor, "Instructor")]
    [InlineData(CourseRole.TeachingAssistant, "TeachingAssistant")]
    [InlineData(CourseRole.Learner, "urn:lti:role:ims/lis/Learner")]
    [InlineData(CourseRole.TeachingAssistant, "urn:lti:role:ims/lis/Instructor/TeachingAssistant")]
    [InlineData(CourseRole.Guest)]
    [InlineData(CourseRole.Guest, M + "#Member", M + "#Manager", M + "#Officer")]
    [InlineData(CourseRole.Guest, "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor")]
    [InlineData(CourseRole.Guest, "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator")]
    [InlineData(CourseRole.Guest, "urn:lti:instrole:ims/lis/Instructor")]
    [InlineData(CourseRole.Guest, M + "#instructor")]
    [InlineData(CourseRole.Guest, M + "Instructor")]
    [InlineData(CourseRole.Guest, "https://purl.imsglobal.org/vocab/lis/v2/membership#Instructor")]
    [InlineData(CourseRole.Guest, "", "#", M, M + "#")]
    public void The_strongest_role_in_the_course_counts_and_no_other(CourseRole expected, params string[] roles) =>
        Assert.Equal(expected, CourseRoles.Of(roles));

    [Fact]
    public void A_test_user_is_known_by_its_marker_alone()
    {
        Assert.True(CourseRoles.HoldsTestUser([M + "#Learner", "http://purl.imsglobal.org/vocab/lti/system/person#TestUser"]));
        Assert.False(CourseRoles.HoldsTestUser([M + "#Learner", "http://purl.imsglobal.org/vocab/lis/v2/system/person#TestUser"]));
    }
}
