using System.Runtime.CompilerServices;

namespace TorchLite.Tests.Lifetime;

/// <summary>After each of these, collected once, there are as many tensors as before, and libtorch holds no memory for them.</summary>
[NonParallelizable]
public class LeakTests
{
    private const int Rounds = 20;

    private static readonly TestCaseData[] Programs =
    [
        Program("views and slices", static () =>
        {
            var x = Torch.Arange(1000).View(10, 100);
            _ = x[1][2..5];
            _ = x[.., "::2"];
            _ = x.T.Unsqueeze(0).Expand(3, 100, 10);
            x[0] = 5;
        }),
        Program("Grad, asked for many times", static () =>
        {
            var x = Torch.Ones([10], requiresGrad: true);
            (x * x).Sum().Backward();
            for (var i = 0; i < 10; i++)
            {
                _ = x.Grad!.Sum().Item();
            }

            x.Grad = null;
        }),
        Program("a graph that is never used", static () =>
        {
            var x = Torch.Ones([100, 100], requiresGrad: true);
            _ = (x.Matmul(x).Relu() + x).Exp().Sum();
        }),
        Program("an iterator left half-way", static () =>
        {
            foreach (var row in Torch.Ones(10, 3))
            {
                if (row.Sum().Item<int>() == 3)
                {
                    break;
                }
            }
        }),
        Program("an enumerator never moved", static () => Torch.Ones(10, 3).GetEnumerator()),
        Program("several results", static () =>
        {
            _ = Torch.Rand(5, 5).Max(dim: 1);
            _ = Torch.Rand(5, 5).Sort();
            _ = Torch.Rand(6).Chunk(3);
            _ = Torch.Rand(6).Unique();
            _ = Torch.Meshgrid(Torch.Arange(3), Torch.Arange(4));
        }),
        Program("errors in the middle", static () =>
        {
            Fails(() => Torch.Ones(2, 3).Matmul(Torch.Ones(2, 3)));
            Fails(() => Torch.Ones(2, 3).View(7));
            Fails(() => Torch.Cat([Torch.Ones(2), Torch.Ones(2, 2)]));
            Fails(() => Torch.Stack([Torch.Ones(2), Torch.Ones(3)]));
            Fails(() => _ = Torch.Ones(3)[5]);
            Fails(() => _ = Torch.Ones(3) + Torch.Ones(4));
            Fails(() => Torch.Ones(3).Add_(Torch.Ones(4)));
            Fails(() => Torch.Ones(2, 2).Max(dim: 7));
            Fails(() => Torch.Ones(2).Split(-1));
            Fails(() => Torch.Einsum("ij,jk->ik", Torch.Ones(2, 3), Torch.Ones(2, 3)));
            Fails(() => Torch.Ones([2], requiresGrad: true).Backward());
            Fails(() => Torch.Tensor([[1, 2], [3]]));
        }),
        Program("a second backward", static () =>
        {
            var y = Torch.Ones([2], requiresGrad: true).Pow(2).Sum();
            y.Backward();
            Fails(() => y.Backward());
        }),
        Program("functions of one's own", static () =>
        {
            var x = Torch.Ones([10], requiresGrad: true);
            var cube = Torch.Autograd.Function.Create<Tensor, Tensor>(
                static (ctx, x) => { ctx.SaveForBackward(x); return x.Pow(3); }, static (ctx, g) => [3 * ctx.SavedTensors[0].Pow(2) * g]);
            var bad = Torch.Autograd.Function.Create<Tensor, Tensor>(static (_, x) => x * 1, static (_, g) => [g, g]);
            cube(cube(x)).Sum().Backward();
            _ = Torch.Autograd.Grad(Torch.Autograd.Grad(cube(x).Sum(), x, createGraph: true).Sum(), x);
            Fails(() => bad(x).Sum().Backward());
            _ = cube(x); // never differentiated
        }),
        Program("functions that hold each other's results", static () =>
        {
            var x = Torch.Ones([10], requiresGrad: true);
            for (var i = 0; i < 5; i++)
            {
                var before = x;
                x = Torch.Autograd.Function.Create<Tensor, Tensor>(static (_, x) => x * 1, (_, g) => [g * before])(
                    x.Detach().RequiresGrad_());
            }
        }),
        Program("operations of a graph", static () =>
        {
            var x = Torch.Ones([1000], requiresGrad: true);
            _ = (x * x).Exp().GradFn!.NextFunctions;
        }),
        Program("derivatives in one pass", static () =>
        {
            static Tensor Cube(Tensor x) => x.Pow(3);
            _ = Torch.Autograd.Functional.Jacobian(Cube, Torch.Ones(5), vectorize: true);
            _ = Torch.Autograd.Functional.Jacobian(Cube, Torch.Ones(5), vectorize: true, strategy: JacobianStrategy.ForwardMode);
            _ = Torch.Autograd.Functional.Hessian(static x => Cube(x).Sum(), Torch.Ones(5), vectorize: true);
            Fails(() => Torch.Autograd.Functional.Jacobian(
                static x => x * Torch.Rand(5), Torch.Ones(5), vectorize: true, strategy: JacobianStrategy.ForwardMode));
        }),
        Program("checkpoints", static () =>
        {
            var (x, w) = (Torch.Ones([10], requiresGrad: true), Torch.Ones([10], requiresGrad: true));
            Torch.Utils.Checkpoint(x => (x * w).Exp(), x).Sum().Backward();
            Torch.Utils.Checkpoint(x => (x * w).Exp(), x, useReentrant: false).Sum().Backward();
            _ = Torch.Utils.Checkpoint(x => (x * w).Exp(), x, useReentrant: false);
        }),
        Program("hooks", static () =>
        {
            var x = Torch.Ones([10], requiresGrad: true);
            using var hook = x.RegisterHook(static grad => grad * 2);
            x.RegisterPostAccumulateGradHook(static x => x.Grad = null);
            (x * 3).Sum().Backward();
        }),
        Program("a cancelled scope", static () =>
        {
            try
            {
                using var scope = Torch.Scope();
                scope.Keep(Torch.Ones(3));
                _ = Torch.Ones(3) + 1;
                throw new OperationCanceledException();
            }
            catch (OperationCanceledException)
            {
            }
        }),
        Program("literals, arrays and printing", static () =>
        {
            _ = Torch.Tensor([[1.5, 2], [3, 4]]).ToString();
            _ = Torch.Tensor(new float[2, 3]).ToArray<float>();
            _ = Torch.Tensor(new double[] { 1, 2, 3 }).Sum();
            _ = 2 * Torch.Rand(1000) + Torch.Tensor(3);
        }),
        Program("compound assignment", static () =>
        {
            var x = Torch.Ones(3);
            x += 1;
            x *= Torch.Ones(3);
            x[1..] += 2;
        }),
    ];

    [TestCaseSource(nameof(Programs))]
    public void Nothing_is_left_of(Action program)
    {
        program();
        Torch.Memory.Collect();
        var before = (Torch.Memory.LiveTensors(), Torch.Memory.LiveBytes());
        for (var i = 0; i < 3; i++)
        {
            program();
        }

        Torch.Memory.Collect();
        (Torch.Memory.LiveTensors(), Torch.Memory.LiveBytes()).Should().Be(before);
    }

    [TestCaseSource(nameof(Programs))]
    public void No_native_memory_is_left_of(Action program)
    {
        // TorchSharp never frees the text of an error, which is up to 4 KB with libtorch's frames in it.
        var texts = Errors(program) * 4000L;
        var limit = 100 + texts;
        var lost = new List<long>();
        var before = NativeBytes();
        var inRow = 0;
        while (inRow < 2 && lost.Count < 60)
        {
            for (var i = 0; i < Rounds; i++)
            {
                program();
            }

            var after = NativeBytes();
            lost.Add((after - before) / Rounds);
            before = after;
            inRow = lost[^1] < limit ? inRow + 1 : 0;
        }

        // .NET allocates and frees at times of its own choice, while it compiles above all. What a round loses is lost in each of them, and
        // a tensor is 400 bytes.
        inRow.Should().Be(2, "a round lost {0} bytes, and the texts of its errors are {1}", lost, texts);
    }

    private static int Errors(Action program)
    {
        var count = 0;
        void Count(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs thrown) =>
            count += thrown.Exception is System.Runtime.InteropServices.ExternalException ? 1 : 0;
        AppDomain.CurrentDomain.FirstChanceException += Count;
        program();
        AppDomain.CurrentDomain.FirstChanceException -= Count;
        return count;
    }

    private static long NativeBytes()
    {
        if (!TorchLite.Lifetime.HiddenMemory.CanTell)
        {
            Assert.Ignore("Only glibc tells what it allocated.");
        }

        Torch.Memory.Collect();
        return TorchLite.Lifetime.HiddenMemory.Allocated();
    }

    private static TestCaseData Program(string name, Action program)
    {
        var data = new TestCaseData(program).SetArgDisplayNames(name);
        return name == "hooks" && !OperatingSystem.IsLinux() ? data.Ignore("Hooks need C++ functions of Linux x64.") : data;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Fails(Action act) => act.Should().Throw<TorchException>();
}
