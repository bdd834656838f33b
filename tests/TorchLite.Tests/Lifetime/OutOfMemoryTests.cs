namespace TorchLite.Tests.Lifetime;

public class OutOfMemoryTests
{
    // PyTorch 2.6 and 2.14 say the same, but for the number of the line in alloc_cpu.cpp. On Windows and macOS it allocates otherwise.
    private static readonly string Text = OperatingSystem.IsLinux()
        ? "[enforce fail at alloc_cpu.cpp:*] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate {0} bytes. "
            + "Error code 12 (Cannot allocate memory)"
        : "[enforce fail at alloc_cpu.cpp:*] data. DefaultCPUAllocator: not enough memory: you tried to allocate {0} bytes.";

    private const long Petabyte = 1_000_000_000_000_000;

    private static readonly TestCaseData[] Impossible =
    [
        new TestCaseData(() => Torch.Empty(new Shape(Petabyte), dtype: DType.Uint8), Petabyte).SetName("empty"),
        new TestCaseData(() => Torch.Zeros(new Shape(Petabyte), dtype: DType.Int8), Petabyte).SetName("zeros"),
        new TestCaseData(() => Torch.Ones(1).Expand(Petabyte / 10) + 1, Petabyte * 4 / 10).SetName("expand, add"),
        new TestCaseData(() => Torch.Ones(1).Expand(Petabyte / 10).Clone(), Petabyte * 4 / 10).SetName("expand, clone"),
        new TestCaseData(() => Torch.Ones(1).Expand(Petabyte / 10).Exp(), Petabyte * 4 / 10).SetName("expand, exp"),
        new TestCaseData(() => Torch.Ones(1).Repeat(Petabyte / 10), Petabyte * 4 / 10).SetName("repeat"),
        new TestCaseData(() => Torch.Arange(Petabyte / 10), Petabyte * 8 / 10).SetName("arange"),
    ];

    [TestCaseSource(nameof(Impossible))]
    public void What_no_memory_can_hold_is_PyTorchs_error(Func<Tensor> make, long bytes) =>
        make.Should().Throw<TorchOutOfMemoryException>().WithMessage(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, Text, bytes));

    [Test]
    public void A_size_that_no_number_can_hold_is_PyTorchs_error()
    {
        var make = () => Torch.Empty(1L << 62);
        make.Should().Throw<TorchException>().WithMessage("Storage size calculation overflowed with sizes=[4611686018427387904]");
    }

    [Test]
    public void All_works_on_after_an_allocation_that_failed()
    {
        var live = (Torch.Memory.LiveTensors(), Torch.Memory.LiveBytes());
        using (Torch.Scope())
        {
            var x = Torch.Ones([3], requiresGrad: true);
            for (var i = 0; i < 3; i++)
            {
                var make = () => Torch.Empty(Petabyte);
                make.Should().Throw<TorchOutOfMemoryException>();
            }

            (x * 2).Sum().Backward();
            x.Grad!.ToArray<float>().Should().Equal(2, 2, 2);
            Torch.Zeros(1000, 1000).Sum().Item<int>().Should().Be(0);
        }

        (Torch.Memory.LiveTensors(), Torch.Memory.LiveBytes()).Should().Be(live);
    }

    [Test]
    public void CollectAll_frees_what_nobody_refers_to()
    {
        Torch.Memory.Collect();
        var before = Torch.Memory.LiveBytes();
        Drop();
        Torch.Memory.LiveBytes().Should().Be(before + 4_000_000);

        TorchLite.Lifetime.MemoryLedger.CollectAll();

        Torch.Memory.LiveBytes().Should().Be(before);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Drop() => Torch.Zeros(1000, 1000);
    }
}
