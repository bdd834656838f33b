using System.Runtime.CompilerServices;
using TorchLite.Lifetime;

namespace TorchLite.Probe;

/// <summary>
/// After each of these, collected once, there are as many tensors as before, and libtorch holds no memory for them. In a process with little
/// else in it, where collecting takes no time.
/// </summary>
internal static class Leaks
{
    private const int Rounds = 20;

    // A tensor is 400 bytes.
    private const long Nothing = 100;

    // TorchSharp never frees the text of an error, which is up to 4 KB with libtorch's frames in it.
    private const long Text = 4000;

    private static readonly (string Name, Action Run)[] Programs =
    [
        ("views and slices", static () =>
        {
            var x = Torch.Arange(1000).View(10, 100);
            _ = x[1][2..5];
            _ = x[.., "::2"];
            _ = x.T.Unsqueeze(0).Expand(3, 100, 10);
            x[0] = 5;
        }),
        ("Grad, asked for many times", static () =>
        {
            var x = Torch.Ones([10], requiresGrad: true);
            (x * x).Sum().Backward();
            for (var i = 0; i < 10; i++)
            {
                _ = x.Grad!.Sum().Item();
            }

            x.Grad = null;
        }),
        ("a graph that is never used", static () =>
        {
            var x = Torch.Ones([100, 100], requiresGrad: true);
            _ = (x.Matmul(x).Relu() + x).Exp().Sum();
        }),
        ("an iterator left half-way", static () =>
        {
            foreach (var row in Torch.Ones(10, 3))
            {
                if (row.Sum().Item<int>() == 3)
                {
                    break;
                }
            }
        }),
        ("an enumerator never moved", static () => Torch.Ones(10, 3).GetEnumerator()),
        ("several results", static () =>
        {
            _ = Torch.Rand(5, 5).Max(dim: 1);
            _ = Torch.Rand(5, 5).Sort();
            _ = Torch.Rand(6).Chunk(3);
            _ = Torch.Rand(6).Unique();
            _ = Torch.Meshgrid(Torch.Arange(3), Torch.Arange(4));
        }),
        ("errors in the middle", static () =>
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
        ("a second backward", static () =>
        {
            var y = Torch.Ones([2], requiresGrad: true).Pow(2).Sum();
            y.Backward();
            Fails(() => y.Backward());
        }),
        ("functions of one's own", static () =>
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
        ("functions that hold each other's results", static () =>
        {
            var x = Torch.Ones([10], requiresGrad: true);
            for (var i = 0; i < 5; i++)
            {
                var before = x;
                x = Torch.Autograd.Function.Create<Tensor, Tensor>(static (_, x) => x * 1, (_, g) => [g * before])(
                    x.Detach().RequiresGrad_());
            }
        }),
        ("operations of a graph", static () =>
        {
            var x = Torch.Ones([1000], requiresGrad: true);
            _ = (x * x).Exp().GradFn!.NextFunctions;
        }),
        ("derivatives in one pass", static () =>
        {
            static Tensor Cube(Tensor x) => x.Pow(3);
            _ = Torch.Autograd.Functional.Jacobian(Cube, Torch.Ones(5), vectorize: true);
            _ = Torch.Autograd.Functional.Jacobian(Cube, Torch.Ones(5), vectorize: true, strategy: JacobianStrategy.ForwardMode);
            _ = Torch.Autograd.Functional.Hessian(static x => Cube(x).Sum(), Torch.Ones(5), vectorize: true);
            Fails(() => Torch.Autograd.Functional.Jacobian(
                static x => x * Torch.Rand(5), Torch.Ones(5), vectorize: true, strategy: JacobianStrategy.ForwardMode));
        }),
        ("checkpoints", static () =>
        {
            var (x, w) = (Torch.Ones([10], requiresGrad: true), Torch.Ones([10], requiresGrad: true));
            Torch.Utils.Checkpoint(x => (x * w).Exp(), x).Sum().Backward();
            Torch.Utils.Checkpoint(x => (x * w).Exp(), x, useReentrant: false).Sum().Backward();
            _ = Torch.Utils.Checkpoint(x => (x * w).Exp(), x, useReentrant: false);
        }),
        ("hooks", static () =>
        {
            var x = Torch.Ones([10], requiresGrad: true);
            using var hook = x.RegisterHook(static grad => grad * 2);
            x.RegisterPostAccumulateGradHook(static x => x.Grad = null);
            (x * 3).Sum().Backward();
        }),
        ("a cancelled scope", static () =>
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
        ("literals, arrays and printing", static () =>
        {
            _ = Torch.Tensor([[1.5, 2], [3, 4]]).ToString();
            _ = Torch.Tensor(new float[2, 3]).ToArray<float>();
            _ = Torch.Tensor(new double[] { 1, 2, 3 }).Sum();
            _ = 2 * Torch.Rand(1000) + Torch.Tensor(3);
        }),
        ("compound assignment", static () =>
        {
            var x = Torch.Ones(3);
            x += 1;
            x *= Torch.Ones(3);
            x[1..] += 2;
        }),
    ];

    internal static int Run()
    {
        foreach (var (name, run) in Programs)
        {
            // Hooks need C++ functions of Linux x64.
            if (name == "hooks" && !OperatingSystem.IsLinux())
            {
                continue;
            }

            var (tensors, bytes) = Left(run);
            Console.WriteLine($"{name}|{tensors}|{bytes}|{(HiddenMemory.CanTell ? Lost(run) : 0)}");
        }

        return 0;
    }

    private static (long Tensors, long Bytes) Left(Action program)
    {
        program();
        Torch.Memory.Collect();
        var (tensors, bytes) = (Torch.Memory.LiveTensors(), Torch.Memory.LiveBytes());
        for (var i = 0; i < 3; i++)
        {
            program();
        }

        Torch.Memory.Collect();
        return (Torch.Memory.LiveTensors() - tensors, Torch.Memory.LiveBytes() - bytes);
    }

    // The bytes of libtorch's memory that a round lost, but for the texts of its errors.
    private static long Lost(Action program)
    {
        var texts = Errors(program) * Text;
        return (long)LostMemory.Each(
            () =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    program();
                }
            },
            Rounds, Nothing + texts) - texts;
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fails(Action act)
    {
        try
        {
            act();
        }
        catch (TorchException)
        {
            return;
        }

        throw new InvalidOperationException("it did not fail");
    }
}
