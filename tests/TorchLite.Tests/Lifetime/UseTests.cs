namespace TorchLite.Tests.Lifetime;

/// <summary>A native call keeps its operands, whoever disposes them meanwhile.</summary>
public class UseTests
{
    [Test]
    public void DisposingWhileAnotherThreadUsesTheTensorIsAClearErrorThereAndNothingElse()
    {
        var surprises = new List<string>();
        for (var round = 0; round < 300; round++)
        {
            var shared = Torch.Ones(300);
            using var started = new Barrier(3);
            var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            {
                started.SignalAndWait();
                try
                {
                    while (true)
                    {
                        using var sum = (shared + 1).Sum();
                        if (sum.Item<double>() != 600 || shared.Shape != [300])
                        {
                            lock (surprises)
                            {
                                surprises.Add("a wrong value");
                            }
                        }
                    }
                }
                catch (ObjectDisposedException)
                {
                    // As it should be.
                }
            })).ToArray();
            started.SignalAndWait();
            shared.Dispose();
            Task.WaitAll(readers);
        }

        surprises.Should().BeEmpty();
    }

    [Test]
    public void ADisposedTensorIsGoneForEveryKindOfCall()
    {
        var gone = Torch.Ones(2);
        gone.Dispose();
        Action[] calls =
        [
            () => gone.Neg(), () => gone.Add(1), () => gone.Add_(1), () => gone.Add(Torch.Ones(2)), () => Torch.Ones(2).Add(gone),
            () => gone.Item(), () => _ = gone.Shape, () => _ = gone.DType, () => gone.Sum(0), () => gone.Max(0), () => gone.Unbind(),
            () => _ = gone[0], () => gone[0] = 1,
            () => _ = Torch.Ones(2)[gone], () => Torch.Cat([Torch.Ones(2), gone]), () => _ = gone.Grad,
            () => gone.Backward(), () => gone.ToString(), () => gone.ToArray<float>(), () => gone.Round(),
        ];

        foreach (var call in calls)
        {
            call.Should().Throw<ObjectDisposedException>().WithMessage("This tensor was disposed*");
        }
    }

    [Test]
    public void NumbersMeanTheSameAgainAndAgainThoughTheyAreKept()
    {
        foreach (var number in Enumerable.Range(0, 2000).Select(i => (i * 0.37) - 200))
        {
            (Torch.Zeros([1], DType.Float64) + number).Item<double>().Should().Be(number);
            (Torch.Zeros([1]) + number).Item<float>().Should().Be((float)number);
            (Torch.Zeros([1], DType.Int64) + (long)number).Item<long>().Should().Be((long)number);
        }
    }

    [Test]
    public void ANumberFirstUsedInInferenceModeCanBeSavedForAGradientLater()
    {
        using (Torch.InferenceMode())
        {
            _ = Torch.Ones(1) * 12345.5;
        }

        var x = Torch.Ones([1], requiresGrad: true);
        (x * 12345.5).Backward();
        x.Grad!.Item<float>().Should().Be(12345.5f);
    }
}
