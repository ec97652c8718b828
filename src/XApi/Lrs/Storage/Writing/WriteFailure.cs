using System.Data.Common;

namespace LearningBuddy.XApi.Lrs.Storage.Writing;

/// <summary>Why a group was not written.</summary>
/// <param name="Reason">What the database or the work threw.</param>
/// <param name="IsCommitting">Whether everything had been done but the commit.</param>
internal sealed record WriteFailure(Exception Reason, bool IsCommitting)
{
    /// <value>Whether the same may succeed at once: the connection was lost, not the work wrong.</value>
    public bool MayPass => Reason is DbException { IsTransient: true };

    /// <value>Whether it may be on the disk all the same: the connection was lost before the database's answer.</value>
    public bool IsCommitUnknown => IsCommitting && MayPass;
}
