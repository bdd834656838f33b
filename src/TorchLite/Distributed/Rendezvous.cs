using System.Globalization;

namespace TorchLite.Distributed;

/// <summary>How the ranks find each other: the store, the rank and the number of ranks that an address stands for, as in Python.</summary>
internal static class Rendezvous
{
    internal static (Store Store, int Rank, int WorldSize) Meet(string address, int rank, int worldSize, TimeSpan timeout)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var end ? address[..end] : "";
        return scheme switch
        {
            "env" => ByEnvironment(address, rank, worldSize, timeout),
            "tcp" => ByTcp(address, rank, worldSize, timeout),
            "file" => ByFile(address, rank, worldSize),
            _ => throw new TorchException($"No rendezvous handler for {scheme}://"),
        };
    }

    // Before anybody is looked for.
    internal static void CheckRank(int rank, int worldSize)
    {
        if (rank < 0 || rank >= worldSize)
        {
            throw new TorchValueException(
                $"Rank {rank} is out of range. Valid ranks are 0 to {worldSize - 1} (world_size={worldSize})");
        }
    }

    private static (Store Store, int Rank, int WorldSize) ByEnvironment(string address, int rank, int worldSize, TimeSpan timeout)
    {
        const string Kind = "env:// rendezvous: ";
        var query = Query(address, rank, worldSize);
        string Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value
            : throw Error(Kind + $"environment variable {name} expected, but not set");

        rank = Number(query.GetValueOrDefault("rank") ?? Variable("RANK"));
        worldSize = Number(query.GetValueOrDefault("world_size") ?? Variable("WORLD_SIZE"));
        CheckRank(rank, worldSize);
        return (Tcp(Variable("MASTER_ADDR"), Number(Variable("MASTER_PORT")), rank, worldSize, timeout, UsesLibuv(query)), rank, worldSize);
    }

    private static (Store Store, int Rank, int WorldSize) ByTcp(string address, int rank, int worldSize, TimeSpan timeout)
    {
        const string Kind = "tcp:// rendezvous: ";
        var query = Query(address, rank, worldSize);
        var authority = address["tcp://".Length..].Split('/', '?')[0];
        var colon = authority.EndsWith(']') ? -1 : authority.LastIndexOf(':');
        if (colon < 0 || colon == authority.Length - 1)
        {
            throw Error(Kind + "port number missing");
        }

        var port = Number(authority[(colon + 1)..]) is >= 0 and <= ushort.MaxValue and var number ? number
            : throw new TorchValueException("Port out of range 0-65535");
        (rank, worldSize) = (Rank(query, Kind), WorldSize(query, Kind));
        CheckRank(rank, worldSize);
        return (Tcp(authority[..colon].Trim('[', ']'), port, rank, worldSize, timeout, UsesLibuv(query)), rank, worldSize);
    }

    private static (Store Store, int Rank, int WorldSize) ByFile(string address, int rank, int worldSize)
    {
        const string Kind = "file:// rendezvous: ";
        var query = Query(address, rank, worldSize);

        // What stands before the first slash is the name of a machine, which Python leaves out as well.
        var path = address["file://".Length..].Split('?')[0];
        path = path.IndexOf('/') is >= 0 and var slash ? path[slash..] : "";
        if (path.Length == 0)
        {
            throw Error(Kind + "path missing");
        }

        (rank, worldSize) = (Rank(query, Kind), WorldSize(query, Kind));
        CheckRank(rank, worldSize);
        return (new FileStore(path, worldSize), rank, worldSize);
    }

    // Under torchrun its agent has the store, at the address that it tells the workers; else rank 0 has it.
    private static Store Tcp(string host, int port, int rank, int worldSize, TimeSpan timeout, bool usesLibuv)
    {
        TCPStore.CheckPort(port);
        var isServed = Environment.GetEnvironmentVariable("TORCHELASTIC_USE_AGENT_STORE") == "True"
            && Environment.GetEnvironmentVariable("MASTER_ADDR") == host
            && Environment.GetEnvironmentVariable("MASTER_PORT") == port.ToString(CultureInfo.InvariantCulture);
        return isServed
            ? OfAttempt(new(host, port, worldSize, isMaster: false, timeout), worldSize)
            : new TCPStore(host, port, worldSize, isMaster: rank == 0, timeout, multiTenant: true, useLibuv: usesLibuv);
    }

    // After a restart the agent's store still has what the workers before it said, and who reads that calls processes that are dead; so it
    // goes in Python. Here all go on in a part of the store that is new, where all know of it: one agent counts the restarts, and the
    // workers before were all C#'s.
    private static Store OfAttempt(TCPStore store, int worldSize)
    {
        const string Name = "torchlite/attempt_";
        var attempt = Environment.GetEnvironmentVariable("GROUP_WORLD_SIZE") is "1"
            && int.TryParse(
                Environment.GetEnvironmentVariable("TORCHELASTIC_RESTART_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count : 0;
        string Key(int number) => Name + number.ToString(CultureInfo.InvariantCulture);
        _ = store.Add(Key(attempt), 1);
        if (attempt == 0 || store.Add(Key(attempt - 1), 0) != worldSize)
        {
            return store;
        }

        using (store)
        {
            return new PrefixStore(Key(attempt), store);
        }
    }

    private static Dictionary<string, string> Query(string address, int rank, int worldSize)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = address.IndexOf('?') is >= 0 and var mark ? address[(mark + 1)..] : "";
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=');
            query[parts[0]] = parts.Length == 2 ? parts[1] : throw new TorchValueException($"{pair} is no key=value of {address}");
        }

        if ((rank != -1 || worldSize != -1) && (query.ContainsKey("rank") || query.ContainsKey("world_size")))
        {
            throw new TorchValueException($"The url: {address} has node-specific arguments(rank, world_size) already.");
        }

        if (rank != -1)
        {
            query["rank"] = rank.ToString(CultureInfo.InvariantCulture);
        }

        if (worldSize != -1)
        {
            query["world_size"] = worldSize.ToString(CultureInfo.InvariantCulture);
        }

        return query;
    }

    private static int Rank(Dictionary<string, string> query, string kind) =>
        Number(query.GetValueOrDefault("rank") ?? throw Error(kind + "rank parameter missing"));

    private static int WorldSize(Dictionary<string, string> query, string kind) =>
        Number(query.GetValueOrDefault("world_size") ?? throw Error(kind + "world size parameter missing"));

    private static bool UsesLibuv(Dictionary<string, string> query) =>
        (query.GetValueOrDefault("use_libuv") ?? Environment.GetEnvironmentVariable("USE_LIBUV") ?? "1") == "1";

    internal static int Number(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
            : throw new TorchValueException($"invalid literal for int() with base 10: '{text}'");

    private static TorchValueException Error(string text) => new("Error initializing torch.distributed using " + text);
}
