using TorchLite.Native;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Cuda;

/// <summary>What <c>torch.cuda</c> answers where there is no GPU; its errors are in the table of mistakes.</summary>
public class CudaTests
{
    [Test]
    public void Nothing_is_allocated_where_no_GPU_was_used()
    {
        if (Torch.Cuda.IsAvailable())
        {
            Assert.Ignore("This machine has a GPU, which other tests use.");
        }

        Torch.Cuda.EmptyCache();
        long[] bytes =
        [
            Torch.Cuda.MemoryAllocated(), Torch.Cuda.MaxMemoryAllocated("cuda:3"), Torch.Cuda.MemoryReserved("cpu"),
            Torch.Cuda.MaxMemoryReserved(),
        ];

        bytes.Should().AllBeEquivalentTo(0L);
        Torch.Cuda.MemoryStats().Should().BeEmpty();
    }

    [Test]
    public void The_summary_of_memory_is_PyTorchs_letter_for_letter()
    {
        var tables = Corpus.Read("memory-tables.jsonl");
        foreach (var table in tables)
        {
            var named = Torch.Cuda.Named([.. table.GetProperty("numbers").EnumerateArray().Select(static number => number.GetInt64())]);
            TorchLite.Cuda.MemoryTable.Of(named, table.GetProperty("device").GetInt32(), table.GetProperty("abbreviated").GetBoolean())
                .Should().Be(table.GetProperty("text").GetString());
        }

        tables.Should().HaveCount(10);
    }

    [Test]
    public void Statistics_have_the_names_and_places_of_PyTorchs()
    {
        var named = Torch.Cuda.Named([.. Enumerable.Range(0, CudaAllocator.Count).Select(static i => (long)i)]);

        // The offsets in bytes at which libtorch 2.10 itself reads c10::CachingDeviceAllocator::DeviceStats.
        named["allocated_bytes.all.current"].Should().Be(0x180 / 8);
        named["reserved_bytes.all.current"].Should().Be(0x1e0 / 8);
        named["requested_bytes.all.current"].Should().Be(0x300 / 8);
        named["num_alloc_retries"].Should().Be(0x360 / 8);
        named["num_ooms"].Should().Be(0x368 / 8);
        named["num_sync_all_streams"].Should().Be(0x3b0 / 8);
        named["max_split_size"].Should().Be(0x3c8 / 8);
        named.Should().HaveCount(CudaAllocator.Count);
        named.Keys.Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Test]
    public void No_stream_is_the_one_that_is_there()
    {
        using var scope = Torch.Cuda.Stream(null);
        Torch.Ones(2).Sum().Item<double>().Should().Be(2);
    }
}
