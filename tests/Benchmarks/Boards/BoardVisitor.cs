using System.Diagnostics;
using System.Net;
using LearningBuddy.Tests.Benchmarks.Launches;

namespace LearningBuddy.Tests.Benchmarks.Boards;

/// <summary>A learner with the board open, who does what its script does: hears versions, and fetches the board when it is another.</summary>
internal sealed class BoardVisitor : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All });
    private readonly string root;
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string whole;

    private BoardVisitor(int port, string root, string cookie, int count)
    {
        (http.BaseAddress, this.root, whole) = (new Uri($"http://127.0.0.1:{port}"), root, $"{count} of {count}");
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        http.DefaultRequestHeaders.Add("Sec-Fetch-Dest", "empty");
        if (cookie.Length > 0)
        {
            http.DefaultRequestHeaders.Add("Cookie", cookie);
        }
    }

    /// <summary>When the stream told its first version.</summary>
    public Task FirstWord => first.Task;

    /// <summary>When the board that this person has shows everybody's choice.</summary>
    public Task SeesAll => all.Task;

    /// <summary>How many boards were fetched.</summary>
    public int Fetched { get; private set; }

    /// <summary>Launches, and starts the journey.</summary>
    public static async Task<BoardVisitor> ComeInAsync(LaunchScript script, int port, string subject, int count)
    {
        using var raw = await new RawHttp().ConnectAsync(port);
        var (location, cookie, _) = await script.WholeAsync(raw, subject, "Learner");
        var visitor = new BoardVisitor(port, location[..location.IndexOf('/', 3)], cookie, count);
        using var started = await visitor.PostAsync("/start");
        return started.StatusCode == HttpStatusCode.Redirect ? visitor : throw new InvalidOperationException($"Start: {started.StatusCode}");
    }

    /// <summary>Hears versions until the end.</summary>
    public async Task ListenAsync(CancellationToken end)
    {
        try
        {
            await using var stream = await http.GetStreamAsync(root + "/sprints/board?handler=Stream", end);
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(end) is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    first.TrySetResult();
                    var board = await http.GetStringAsync(root + "/sprints/board?handler=Part", end);
                    Fetched++;
                    if (board.Contains(whole, StringComparison.Ordinal))
                    {
                        all.TrySetResult();
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    /// <summary>Chooses.</summary>
    /// <returns>How long the answer took.</returns>
    public async Task<TimeSpan> ChooseAsync(string sprint)
    {
        var begun = Stopwatch.GetTimestamp();
        using var answer = await PostAsync("/sprints/board?handler=Choose", new("sprint", sprint), new("isWanted", "true"));
        return answer.StatusCode == HttpStatusCode.Redirect
            ? Stopwatch.GetElapsedTime(begun)
            : throw new InvalidOperationException($"Choose: {answer.StatusCode}");
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string path, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await http.PostAsync(root + path, form);
    }
}
