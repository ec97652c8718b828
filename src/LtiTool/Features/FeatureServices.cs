using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Addresses;
using LearningBuddy.LtiTool.Features.Admin;
using LearningBuddy.LtiTool.Features.Buddies;
using LearningBuddy.LtiTool.Features.Certification;
using LearningBuddy.LtiTool.Features.Devices;
using LearningBuddy.LtiTool.Features.Evidence;
using LearningBuddy.LtiTool.Features.Found;
using LearningBuddy.LtiTool.Features.Grades;
using LearningBuddy.LtiTool.Features.Guests;
using LearningBuddy.LtiTool.Features.Messages;
using LearningBuddy.LtiTool.Features.Nudges;
using LearningBuddy.LtiTool.Features.Path;
using LearningBuddy.LtiTool.Features.Preferences;
using LearningBuddy.LtiTool.Features.Questions;
using LearningBuddy.LtiTool.Features.Reviews;
using LearningBuddy.LtiTool.Features.Sessions;
using LearningBuddy.LtiTool.Features.Setup;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Features.Sprints;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.RateLimiting;

namespace LearningBuddy.LtiTool.Features;

/// <summary>Registers the pages and what they share.</summary>
internal static class FeatureServices
{
    /// <summary>Most fields of a form; the framework's own limit.</summary>
    private const int MostFields = 1024;

    /// <summary>Adds the pages, rooted at <c>/Features</c>.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        services.AddRazorPages(pages =>
            {
                pages.RootDirectory = "/Features";
                pages.Conventions.ConfigureFilter(new ServiceFilterAttribute(typeof(SessionGate)));
                pages.Conventions.ConfigureFilter(new ReadableForm());
                pages.Conventions.ConfigureFilter(new ServiceFilterAttribute(typeof(OnceFilter)));

                // The handle in the path is known to our own pages alone: it is the form's token (docs/adr/0002).
                pages.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
                pages.Conventions.AddFolderApplicationModelConvention(
                    "/Admin", model => model.Filters.Add(new ServiceFilterAttribute(typeof(AdminGate))));
            })
            // There are none, and looking for them reads every type of every assembly.
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Remove(
                parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single()))
            .AddMvcOptions(options =>
            {
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                options.ModelBinderProviders.Insert(0, new TypedTexts());

                // A list has as many rows as its form has fields at most, and how many fields are read is limited before.
                options.MaxModelBindingCollectionSize = 2 * MostFields;
            });
        services.AddSingleton<ITagHelperInitializer<FormTagHelper>, PlainForms>();
        services.AddScoped<SessionGate>();
        services.AddScoped<OnceFilter>();
        services.AddScoped<Access>();
        services.AddScoped<EvidenceFinder>();
        services.AddScoped<QuestionFinder>();
        services.AddScoped<DateText>();
        services.AddScoped<ReviewPromise>();
        services.AddScoped<CourseRoster>();
        services.AddScoped<LearnerCount>();
        services.AddScoped<BuddyAcceptance>();
        services.AddScoped<PairFinder>();
        services.AddScoped<TalkChanges>();
        services.AddScoped<SealedWords>();
        services.AddScoped<TalkOverview>();
        services.AddScoped<BuddySuggester>();
        services.AddScoped<BuddyPicture>();
        services.AddScoped<TalkTimes>();
        services.AddScoped<BuddyGuests>();
        services.AddScoped<BuddyElsewhere>();
        services.AddScoped<IGuestPurpose>(provider => provider.GetRequiredService<BuddyGuests>());
        services.AddScoped<IGuestPurpose, WitnessGuests>();
        services.AddScoped<GroupAbilities>();
        services.AddScoped<OwnLevels>();
        services.AddScoped<SprintChoices>();
        services.AddScoped<SprintBoard>();
        services.AddScoped<SprintTicks>();
        services.AddSingleton<PagePaths>();
        services.AddSingleton<SharedReadings>();
        services.AddSingleton<LiveVersions>();
        services.AddSingleton<BoardReadings>();
        services.AddScoped<SessionLead>();
        services.AddScoped<SessionVisits>();
        services.AddScoped<SessionPictures>();
        services.AddScoped<Witnesses>();
        services.AddScoped<IGuestPurpose, ViewGuests>();
        services.AddScoped<ViewRequests>();
        services.AddScoped<GivenViews>();
        services.AddScoped<JourneyViewers>();
        services.Configure<RateLimiterOptions>(limits => limits.AddPolicy(GuestTries.Policy, GuestTries.RateOf));
        services.Configure<RateLimiterOptions>(limits => limits.AddPolicy(CalendarTries.Policy, CalendarTries.RateOf));
        services.AddScoped<EvidenceSubmission>();
        services.AddScoped<EvidenceAttestation>();
        services.AddScoped<EvidenceFiles>();
        services.AddScoped<EvidenceDrafts>();
        services.AddScoped<OwnEvidence>();
        services.AddScoped<NudgeAnswers>();
        services.AddScoped<ExerciseEvidence>();
        services.AddScoped<ExerciseLearners>();
        services.AddScoped<OwnJourneys>();
        services.AddScoped<PeopleNames>();
        services.AddSingleton<ThemeViews>();
        services.AddScoped<AskedNames>();
        services.AddScoped<Offers>();
        services.AddScoped<OwnQuestions>();
        services.AddScoped<ReviewedDesign>();
        services.AddSectionForms();
        services.AddScoped<GroupFigures>();
        services.AddScoped<WaitingReviews>();
        services.AddScoped<GroupRoad>();
        services.AddScoped<ReviewWaits>();
        services.AddScoped<GroupStandings>();
        services.AddScoped<QuietDay>();
        services.AddScoped<StuckPeople>();
        services.AddScoped<ReviewSubmission>();
        services.AddScoped<ReviewDrafts>();
        services.AddScoped<JourneyDesigns>();
        services.AddScoped<OwnTemplates>();
        services.AddScoped<CompetencyModels>();
        services.AddScoped<LinkChoices>();
        services.AddScoped<CourseJourneys>();
        services.AddScoped<Statements.ReadableStatements>();
        services.AddScoped<Statements.JourneyStatements>();
        services.AddScoped<Statements.StatementTitles>();
        services.AddSingleton<AdminToken>();
        services.AddSingleton<AdminPass>();
        services.AddScoped<AdminGate>();
        services.AddSingleton<AdminTries>();
        services.AddSingleton<TemplateShelf>();
        services.AddSingleton(provider => provider.GetRequiredService<TemplateShelf>().Templates);
        return services;
    }

    /// <summary>The fields of the themes in the set-up.</summary>
    private static void AddSectionForms(this IServiceCollection services)
    {
        services.AddTransient<ISectionForm, PathSectionForm>();
        services.AddTransient<ISectionForm, SprintsSectionForm>();
        services.AddTransient<ISectionForm, BuddiesSectionForm>();
        services.AddTransient<ISectionForm, SessionsSectionForm>();
        services.AddTransient<ISectionForm, EvidenceSectionForm>();
        services.AddTransient<ISectionForm, FoundSectionForm>();
        services.AddTransient<ISectionForm, ReviewsSectionForm>();
        services.AddTransient<ISectionForm, CertificationSectionForm>();
        services.AddTransient<ISectionForm, QuestionsSectionForm>();
        services.AddTransient<ISectionForm, NudgesSectionForm>();
        services.AddTransient<ISectionForm, GradesSectionForm>();
    }

    /// <summary>Reads the templates, of which a wrong one stops the start.</summary>
    /// <exception cref="InvalidDataException">One is wrong.</exception>
    public static Task ReadTemplatesAsync(this WebApplication app) => app.Services.GetRequiredService<TemplateShelf>().FillAsync();

    /// <summary>Makes the administrator's token and prints it, in a database that is new.</summary>
    public static Task PrepareAdminAsync(this WebApplication app) =>
        app.Services.GetRequiredService<AdminToken>().HashAsync(app.Lifetime.ApplicationStopping);

    /// <summary>Maps the pages.</summary>
    public static void MapFeatures(this WebApplication app)
    {
        app.MapRazorPages();
        PublishedAddresses.Map(app);
        OneClickStop.Map(app);
        CalendarAddress.Map(app);
        PushRenewal.Map(app);
    }
}
