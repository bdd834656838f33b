namespace TorchLite;

/// <content>Forward-mode automatic differentiation.</content>
public static partial class Torch
{
    public static partial class Autograd
    {
        /// <summary>
        /// Forward-mode derivatives, computed along one direction together with the values: PyTorch's <c>torch.autograd.forward_ad</c>.
        /// </summary>
        /// <remarks>
        /// <para>A dual tensor is a tensor with a tangent: the derivative of its values along a direction. What is computed from it is dual
        /// too. One run gives the derivatives of all results along one direction, where <see cref="Grad(TorchLite.Tensor,
        /// TorchLite.Tensor, TorchLite.Tensor?, bool?, bool, bool, bool)"/> gives those of one result along all directions.</para>
        /// <para>There is one level at a time, for all threads. Untried on macOS. An operation without a forward derivative,
        /// such as <c>cdist</c>, says so; they are those of PyTorch.</para>
        /// </remarks>
        /// <example><code>
        /// using var level = Torch.Autograd.ForwardAd.DualLevel();
        /// var x = Torch.Autograd.ForwardAd.MakeDual(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.0, 10.0]));
        /// var (value, tangent) = Torch.Autograd.ForwardAd.UnpackDual(x.Pow(2));
        /// value     // tensor([1., 4.])
        /// tangent   // tensor([ 2., 40.])
        /// </code></example>
        public static class ForwardAd
        {
            // The level that is open; libtorch has one at most.
            private static long current = -1;

            // C++'s exception about a second level, or about none, would end the process: what is here and what is there change as one.
            private static readonly Lock Changing = new();

            /// <summary>Whether tensors may have tangents now.</summary>
            internal static bool IsOpen => Volatile.Read(ref current) >= 0;

            /// <summary>Opens a level until the end of the <c>using</c>: PyTorch's <c>dual_level()</c>.</summary>
            /// <returns>The scope, for a <c>using</c>.</returns>
            /// <exception cref="TorchException">A level is open already.</exception>
            /// <exception cref="TorchNotImplementedException">The system is not Linux x64.</exception>
            /// <example><code>
            /// using var level = Torch.Autograd.ForwardAd.DualLevel();
            /// Torch.Autograd.ForwardAd.MakeDual(Torch.Tensor(2.0), Torch.Tensor(1.0)).Exp()   // tensor(7.3891, tangent=7.389056205749512)
            /// </code></example>
            public static DualLevel DualLevel() => new(EnterDualLevel());

            /// <summary>Opens a level: PyTorch's <c>enter_dual_level()</c>. <see cref="DualLevel"/> closes it by itself.</summary>
            /// <returns>The level's number.</returns>
            /// <exception cref="TorchException">A level is open already.</exception>
            /// <exception cref="TorchNotImplementedException">The system is not Linux x64.</exception>
            /// <example><code>
            /// Torch.Autograd.ForwardAd.EnterDualLevel()   // 0
            /// Torch.Autograd.ForwardAd.ExitDualLevel();
            /// </code></example>
            public static long EnterDualLevel()
            {
                lock (Changing)
                {
                    if (IsOpen)
                    {
                        throw new TorchException("Nested forward mode AD is not supported at the moment");
                    }

                    var level = ForwardLevel.Enter();
                    Volatile.Write(ref current, level);
                    return level;
                }
            }

            /// <summary>Closes the level; the tangents are gone: PyTorch's <c>exit_dual_level()</c>.</summary>
            /// <param name="level">The level; null: the current one.</param>
            /// <exception cref="TorchException">It is not open.</exception>
            /// <example><code>
            /// var level = Torch.Autograd.ForwardAd.EnterDualLevel();
            /// Torch.Autograd.ForwardAd.ExitDualLevel(level);
            /// Torch.Autograd.ForwardAd.ExitDualLevel()   // TorchException: Dual level must be a positive number.
            /// </code></example>
            public static void ExitDualLevel(long? level = null)
            {
                lock (Changing)
                {
                    var open = current;
                    if ((level ?? open) != open)
                    {
                        throw new TorchException(
                            "Trying to exit a forward AD level that was not the last one that was created. This is not supported.");
                    }

                    if (open < 0)
                    {
                        throw new TorchException("Dual level must be a positive number.");
                    }

                    Volatile.Write(ref current, -1);
                    ForwardLevel.Exit(open);
                }
            }

            /// <summary>A tensor with a tangent: PyTorch's <c>make_dual(tensor, tangent)</c>.</summary>
            /// <param name="tensor">The values, floating-point or complex.</param>
            /// <param name="tangent">Their derivative along the direction, of the same shape.</param>
            /// <param name="level">The level; null: the current one.</param>
            /// <returns>A view of the values that has the tangent.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">A tensor has an integer dtype.</exception>
            /// <exception cref="TorchException">No level is open, the shapes differ, or the tensor is dual already.</exception>
            /// <example><code>
            /// using var level = Torch.Autograd.ForwardAd.DualLevel();
            /// Torch.Autograd.ForwardAd.MakeDual(Torch.Tensor([1.0, 2.0]), Torch.Ones(2)).Sum()   // tensor(3., tangent=2.0)
            /// </code></example>
            public static Tensor MakeDual(Tensor tensor, Tensor tangent, long? level = null)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                ArgumentNullException.ThrowIfNull(tangent);
                var open = level ?? Volatile.Read(ref current);
                return open < 0
                    ? throw new TorchException(
                        "Trying to create a dual Tensor for forward AD but no level exists, make sure to enter_dual_level() first.")
                    : !tensor.DType.IsDifferentiable
                    ? throw new TorchValueException($"Expected primal to be floating point or complex, but got: {tensor.DType}")
                    : !tangent.DType.IsDifferentiable
                    ? throw new TorchValueException($"Expected tangent to be floating point or complex, but got: {tangent.DType}")
                    : Script.Run($"torch._make_dual({tensor}, {tangent}, {open})");
            }

            /// <summary>The two halves of a dual tensor: PyTorch's <c>unpack_dual(tensor)</c>.</summary>
            /// <param name="tensor">A tensor, dual or not.</param>
            /// <param name="level">The level; null: the current one.</param>
            /// <returns>A view of the values without the tangent, and the tangent; null where there is none.</returns>
            /// <exception cref="ArgumentNullException">The tensor is null.</exception>
            /// <example><code>
            /// using var level = Torch.Autograd.ForwardAd.DualLevel();
            /// Torch.Autograd.ForwardAd.UnpackDual(Torch.Ones(2)).Tangent is null   // True
            /// </code></example>
            public static (Tensor Primal, Tensor? Tangent) UnpackDual(Tensor tensor, long? level = null)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                var open = level ?? Volatile.Read(ref current);
                if (open < 0)
                {
                    return (tensor, null);
                }

                try
                {
                    var halves = Script.Optional($"torch._unpack_dual({tensor}, {open})");
                    return (halves[0]!, halves[1]);
                }
                catch (TorchException) when (level is null && Volatile.Read(ref current) != open)
                {
                    return (tensor, null); // another thread closed it meanwhile
                }
            }
        }
    }
}
