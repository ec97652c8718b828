// The feature folders bear the names of what people do, and two of those are names of domain types too.
global using PracticeEvidence = LearningBuddy.Shared.Practice.Evidence;
global using PracticeReview = LearningBuddy.Shared.Practice.Review;
