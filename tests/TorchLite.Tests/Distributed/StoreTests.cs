using System.Text;
using TorchLite.Distributed;

namespace TorchLite.Tests.Distributed;

/// <summary>Stores within this process.</summary>
[Platform("Linux")]
public sealed class StoreTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [TestCase("hash")]
    [TestCase("file")]
    [TestCase("tcp")]
    [TestCase("prefix")]
    public void A_store_keeps_counts_compares_and_forgets(string kind)
    {
        using Store root = kind switch
        {
            "file" => new FileStore(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), 1),
            "tcp" => new TCPStore("127.0.0.1", 0, 1, isMaster: true),
            _ => new HashStore(),
        };
        using Store store = kind == "prefix" ? new PrefixStore("part", root) : root;
        var before = store.NumKeys();

        store.Set("a long key, longer than the letters that a string of C++ holds itself", "value");
        Text(store.Get("a long key, longer than the letters that a string of C++ holds itself")).Should().Be("value");
        store.Set("empty", "");
        store.Get("empty").Should().BeEmpty();
        store.Set("bytes", [0, 255, 10]);
        store.Get("bytes").Should().Equal(0, 255, 10);
        store.Add("count", 5).Should().Be(5);
        store.Add("count", -7).Should().Be(-2);
        Text(store.CompareSet("compared", "", "first")).Should().Be("first");
        Text(store.CompareSet("compared", "other", "second")).Should().Be("first");
        Text(store.CompareSet("compared", "first", "third")).Should().Be("third");
        store.Check(["bytes", "empty"]).Should().BeTrue();
        store.Check(["bytes", "absent"]).Should().BeFalse();
        (store.NumKeys() - before).Should().Be(5);
        store.Wait(["bytes"]);
        store.Invoking(one => one.Wait(["absent"], Short)).Should().Throw<DistributedStoreException>();
        store.SetTimeout(Short);
        store.Timeout.Should().Be(Short);
        store.Invoking(one => one.Get("absent")).Should().Throw<DistributedStoreException>();
        if (kind != "file")
        {
            store.DeleteKey("bytes").Should().BeTrue();
            store.DeleteKey("bytes").Should().BeFalse();
        }
    }

    [Test]
    public void Threads_wait_for_each_other_by_a_hash_store()
    {
        using var store = new HashStore();
        var other = new Thread(() =>
        {
            Thread.Sleep(Short);
            store.Set("answer", "42");
        });
        other.Start();

        Text(store.Get("answer")).Should().Be("42");
        other.Join();
    }

    [Test]
    public void A_disposed_store_says_so()
    {
        var store = new HashStore();
        store.Dispose();

        store.Invoking(static one => one.Get("key")).Should().Throw<ObjectDisposedException>();
    }

    [Test]
    public void A_disposed_store_says_so_also_while_a_thread_is_in_the_middle_of_using_it()
    {
        var store = new HashStore();
        var waiting = Task.Run(() => store.Wait(["absent"], TimeSpan.FromSeconds(2)));
        Thread.Sleep(Short);
        store.Dispose();

        store.Invoking(static one => one.Set("key", "value")).Should().Throw<ObjectDisposedException>();
        waiting.IsCompleted.Should().BeFalse();
        waiting.Invoking(static one => one.GetAwaiter().GetResult()).Should().Throw<DistributedStoreException>();
    }

    [TestCase("hash")]
    [TestCase("file")]
    [TestCase("tcp")]
    public void A_wait_without_a_limit_ends_when_the_key_comes(string kind)
    {
        foreach (var timeout in new[] { TimeSpan.MaxValue, Timeout.InfiniteTimeSpan })
        {
            using Store store = kind switch
            {
                "file" => new FileStore(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), 1),
                "tcp" => new TCPStore("127.0.0.1", 0, 1, isMaster: true, timeout),
                _ => new HashStore(),
            };
            store.SetTimeout(timeout);
            var waiting = Task.Run(() =>
            {
                store.Wait(["key"], timeout);
                return Text(store.Get("key"));
            });
            Thread.Sleep(Short);
            using var other = kind == "tcp" ? new TCPStore("127.0.0.1", ((TCPStore)store).Port) : null;
            (other ?? store).Set("key", "value");

            waiting.GetAwaiter().GetResult().Should().Be("value");
        }
    }

    [TestCase("hash")]
    [TestCase("tcp")]
    public void A_wait_below_zero_is_over_at_once(string kind)
    {
        using Store store = kind == "tcp" ? new TCPStore("127.0.0.1", 0, 1, isMaster: true) : new HashStore();
        store.Set("here", "1");

        Task.Run(() =>
        {
            store.Wait(["here"], -Short);
            store.Invoking(one => one.Wait(["here", "absent"], -Short)).Should().Throw<DistributedStoreException>();
        }).Wait(TimeSpan.FromSeconds(5)).Should().BeTrue();
        store.Invoking(one => one.SetTimeout(-Short)).Should().Throw<TorchValueException>();
    }

    [Test]
    public void A_part_of_a_store_outlives_the_object_of_the_whole()
    {
        var whole = new HashStore();
        using var part = new PrefixStore("part", whole);
        whole.Dispose();
        part.Set("key", "1");

        part.Add("key", 1).Should().Be(2);
    }

    [Test]
    public void A_master_frees_its_port_when_it_is_disposed()
    {
        int port;
        using (var master = new TCPStore("127.0.0.1", 0, 1, isMaster: true))
        {
            port = master.Port;
        }

        using var next = new TCPStore("127.0.0.1", port, 1, isMaster: true);
        next.Port.Should().Be(port);
    }

    [Test]
    public void There_are_65535_ports() => FluentActions.Invoking(static () => new TCPStore("127.0.0.1", 65536)).Should()
        .Throw<TorchValueException>().WithMessage("port must have value from 0 to 65535 but was 65536.");

    [Test]
    public void A_file_in_a_folder_that_is_missing_is_an_exception_at_once() => FluentActions.Invoking(static () =>
        new FileStore(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "store"), 1)).Should()
        .Throw<TorchException>().WithMessage("No such file or directory: *");

    [Test]
    public void A_time_that_is_over_before_it_begins_is_a_timeout() => FluentActions.Invoking(static () =>
        new TCPStore("127.0.0.1", 9, timeout: TimeSpan.FromSeconds(-5))).Should()
        .Throw<DistributedNetworkException>().WithMessage("The client socket has timed out after -5000ms*");

    private static string Text(byte[] value) => Encoding.UTF8.GetString(value);
}
