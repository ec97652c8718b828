using LearningBuddy.XApi.Lrs.Intake;

namespace LearningBuddy.XApi.Lrs.Storage.Writing;

/// <summary>What storing a statement needs of the database, inside a transaction.</summary>
internal interface IStatementTables
{
    /// <summary>The statement with this id, whether it was there before or came in this transaction.</summary>
    (long Sequence, byte[] Payload)? Find(Guid id);

    /// <summary>The id of a statement that is there.</summary>
    Guid IdOf(long sequence);

    /// <summary>Adds a statement with a new id; its sequence number is above all others.</summary>
    long Insert(IncomingStatement statement);

    /// <summary>Lets a statement be found by more; terms it has already do no harm.</summary>
    void AddTerms(IReadOnlyCollection<long> terms, long sequence);

    /// <summary>Merges a definition into what is known of the activity.</summary>
    void MergeDefinition(ActivityDefinitionText added);

    /// <summary>Keeps data; one copy for each hash.</summary>
    void AddAttachment(AttachmentData attachment);

    /// <summary>Notes that a statement points at another, which may not be there yet.</summary>
    void AddReference(Guid target, long sequence, bool voids);

    /// <summary>The statements that point at this id, and whether one of them voids it.</summary>
    (IReadOnlyList<long> Sequences, bool IsVoided) Referring(Guid id);

    /// <summary>Hides a statement from every question but the one for voided ones.</summary>
    void Void(long sequence);
}
