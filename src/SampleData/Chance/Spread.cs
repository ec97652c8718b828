namespace LearningBuddy.SampleData.Chance;

/// <summary>
/// How something is spread, told by points between which equally many lie: <c>new(1, 4, 20)</c> is half from 1 to 4 and half from
/// 4 to 20. A long tail is a last point far away.
/// </summary>
/// <param name="points">At least two, rising.</param>
internal sealed class Spread(params double[] points)
{
    /// <summary>The number below which this share lies.</summary>
    /// <param name="share">0 to 1, 1 excluded.</param>
    public double At(double share)
    {
        var place = share * (points.Length - 1);
        var below = (int)place;
        return points[below] + ((place - below) * (points[below + 1] - points[below]));
    }
}
