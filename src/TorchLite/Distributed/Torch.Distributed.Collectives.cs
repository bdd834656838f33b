using TorchLite.Distributed;

namespace TorchLite;

/// <content>Collectives.</content>
public static partial class Torch
{
    /// <content>Collectives, which all ranks of a group call in the same order.</content>
    public static partial class Distributed
    {
        /// <summary>
        /// Joins a tensor of each rank, and gives the result to all: PyTorch's <c>torch.distributed.all_reduce(tensor, op, group,
        /// async_op)</c>.
        /// </summary>
        /// <param name="tensor">What is joined, of one shape and dtype on all ranks; it becomes the result.</param>
        /// <param name="op">How.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="asyncOp">Whether to come back at once, with the work in progress.</param>
        /// <returns>The work where <paramref name="asyncOp"/> is set; else null, and all is done.</returns>
        /// <exception cref="TorchValueException">
        /// There is no default group; the operation is not one of complex numbers; or the elements do not fill a piece of memory, as those
        /// of a column or of an expanded tensor.
        /// </exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var x = Torch.Tensor([1.0, 2.0]);
        /// Torch.Distributed.AllReduce(x, ReduceOp.Max);
        /// Torch.Distributed.DestroyProcessGroup();
        /// x   // tensor([1., 2.])
        /// </code></example>
        public static Work? AllReduce(Tensor tensor, ReduceOp op = ReduceOp.Sum, ProcessGroup? group = null, bool asyncOp = false)
        {
            Guard.NotNull(tensor);
            if (Collective.IsOutside(group, "all_reduce"))
            {
                return null;
            }

            Collective.CheckComplex(tensor, op, "all_reduce");
            Collective.CheckDense(tensor);
            return Collective.Run("AllReduce", group, asyncOp, [Collective.AsReal(tensor)], (backend, handles) =>
                NativeBackend.AllReduce(backend, handles, Collective.Operation(op)));
        }

        /// <summary>
        /// Gives one rank's tensor to all: PyTorch's <c>torch.distributed.broadcast(tensor, src, group, async_op, group_src)</c>.
        /// </summary>
        /// <param name="tensor">What is given, and on the other ranks what becomes of it; of one shape and dtype on all ranks.</param>
        /// <param name="src">The rank in the default group that gives.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="asyncOp">Whether to come back at once, with the work in progress.</param>
        /// <param name="groupSrc">The rank in the group that gives, in place of <paramref name="src"/>.</param>
        /// <returns>The work where <paramref name="asyncOp"/> is set; else null, and all is done.</returns>
        /// <exception cref="TorchValueException">
        /// There is no default group; neither or both of the ranks are given, or it is not in the group; or the elements do not fill a
        /// piece of memory, as those of a column or of an expanded tensor.
        /// </exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var x = Torch.Tensor([1.0, 2.0]);
        /// Torch.Distributed.Broadcast(x, src: 0);
        /// Torch.Distributed.DestroyProcessGroup();
        /// x   // tensor([1., 2.])
        /// </code></example>
        public static Work? Broadcast(
            Tensor tensor, int? src = null, ProcessGroup? group = null, bool asyncOp = false, int? groupSrc = null)
        {
            Guard.NotNull(tensor);
            if (Collective.IsOutside(group, "broadcast"))
            {
                return null;
            }

            var root = Collective.RankIn(group ?? DistributedWorld.Required, src, groupSrc);
            Collective.CheckDense(tensor);
            return Collective.Run("Broadcast", group, asyncOp, [Collective.AsReal(tensor)], (backend, handles) =>
                NativeBackend.Broadcast(backend, handles[0], root));
        }

        /// <summary>
        /// Joins a tensor of each rank, and gives the result to one: PyTorch's <c>torch.distributed.reduce(tensor, dst, op, group,
        /// async_op,
        /// group_dst)</c>.
        /// </summary>
        /// <param name="tensor">
        /// What is joined, of one shape and dtype on all ranks; on the rank that gets it, it becomes the result.
        /// </param>
        /// <param name="dst">The rank in the default group that gets it.</param>
        /// <param name="op">How.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="asyncOp">Whether to come back at once, with the work in progress.</param>
        /// <param name="groupDst">The rank in the group that gets it, in place of <paramref name="dst"/>.</param>
        /// <returns>The work where <paramref name="asyncOp"/> is set; else null, and all is done.</returns>
        /// <exception cref="TorchValueException">
        /// There is no default group; neither or both of the ranks are given, or it is not in the group; or the elements do not fill a
        /// piece of memory, as those of a column or of an expanded tensor.
        /// </exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var x = Torch.Tensor([1.0, 2.0]);
        /// Torch.Distributed.Reduce(x, dst: 0);
        /// Torch.Distributed.DestroyProcessGroup();
        /// x   // tensor([1., 2.])
        /// </code></example>
        public static Work? Reduce(
            Tensor tensor, int? dst = null, ReduceOp op = ReduceOp.Sum, ProcessGroup? group = null, bool asyncOp = false,
            int? groupDst = null)
        {
            Guard.NotNull(tensor);
            if (Collective.IsOutside(group, "reduce"))
            {
                return null;
            }

            var root = Collective.RankIn(group ?? DistributedWorld.Required, dst, groupDst);
            Collective.CheckDense(tensor);
            return Collective.Run("Reduce", group, asyncOp, [tensor], (backend, handles) =>
                NativeBackend.Reduce(backend, handles[0], root, Collective.Operation(op)));
        }

        /// <summary>
        /// Gives the tensors of all ranks to all: PyTorch's <c>torch.distributed.all_gather(tensor_list, tensor, group, async_op)</c>.
        /// </summary>
        /// <param name="tensorList">As many tensors as there are ranks, which become theirs.</param>
        /// <param name="tensor">This rank's tensor, of one shape and dtype on all ranks.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="asyncOp">Whether to come back at once, with the work in progress.</param>
        /// <returns>The work where <paramref name="asyncOp"/> is set; else null, and all is done.</returns>
        /// <exception cref="TorchValueException">There is no default group; or the tensors are of different dtypes.</exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// Tensor[] all = [Torch.Zeros(2)];
        /// Torch.Distributed.AllGather(all, Torch.Tensor([1.0, 2.0]));
        /// Torch.Distributed.DestroyProcessGroup();
        /// all[0]   // tensor([1., 2.])
        /// </code></example>
        public static Work? AllGather(IReadOnlyList<Tensor> tensorList, Tensor tensor, ProcessGroup? group = null, bool asyncOp = false)
        {
            var list = Collective.List(tensorList);
            Collective.CheckSameDType([.. list, Guard.NotNull(tensor)]);
            if (Collective.IsOutside(group, "all_gather"))
            {
                return null;
            }

            return Collective.Run(
                "AllGather", group, asyncOp, [.. Collective.AsReal(list), Collective.AsReal(tensor)],
                static (backend, handles) => NativeBackend.AllGather(backend, handles[..^1], handles[^1]));
        }

        /// <summary>
        /// Gives the tensors of all ranks to all, in one tensor: PyTorch's <c>torch.distributed.all_gather_into_tensor(output_tensor,
        /// input_tensor, group, async_op)</c>.
        /// </summary>
        /// <param name="outputTensor">
        /// What becomes of them: one after the other along the first dimension, or stacked along a new one, or all in one dimension.
        /// </param>
        /// <param name="inputTensor">This rank's tensor, of one shape and dtype on all ranks.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="asyncOp">Whether to come back at once, with the work in progress.</param>
        /// <returns>The work where <paramref name="asyncOp"/> is set; else null, and all is done.</returns>
        /// <exception cref="TorchValueException">There is no default group.</exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var all = Torch.Zeros(2);
        /// Torch.Distributed.AllGatherIntoTensor(all, Torch.Tensor([1.0, 2.0]));
        /// Torch.Distributed.DestroyProcessGroup();
        /// all   // tensor([1., 2.])
        /// </code></example>
        public static Work? AllGatherIntoTensor(
            Tensor outputTensor, Tensor inputTensor, ProcessGroup? group = null, bool asyncOp = false)
        {
            Guard.NotNull(outputTensor);
            Guard.NotNull(inputTensor);
            if (Collective.IsOutside(group, "all_gather_into_tensor"))
            {
                return null;
            }

            return Collective.Run(
                "AllGatherIntoTensor", group, asyncOp, [Collective.AsReal(outputTensor), Collective.AsReal(inputTensor)],
                static (backend, handles) => NativeBackend.AllGatherBase(backend, handles[0], handles[1]));
        }

        /// <summary>
        /// Joins the lists of all ranks, and gives each rank the part that is its: PyTorch's <c>torch.distributed.reduce_scatter(output,
        /// input_list, op, group, async_op)</c>.
        /// </summary>
        /// <param name="output">What becomes this rank's part.</param>
        /// <param name="inputList">As many tensors as there are ranks, of one shape and dtype on all ranks.</param>
        /// <param name="op">How.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="asyncOp">Whether to come back at once, with the work in progress.</param>
        /// <returns>The work where <paramref name="asyncOp"/> is set; else null, and all is done.</returns>
        /// <exception cref="TorchValueException">
        /// There is no default group; the tensors are of different dtypes; or <paramref name="output"/> is not contiguous.
        /// </exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var part = Torch.Zeros(2);
        /// Torch.Distributed.ReduceScatter(part, [Torch.Tensor([1.0, 2.0])]);
        /// Torch.Distributed.DestroyProcessGroup();
        /// part   // tensor([1., 2.])
        /// </code></example>
        public static Work? ReduceScatter(
            Tensor output, IReadOnlyList<Tensor> inputList, ReduceOp op = ReduceOp.Sum, ProcessGroup? group = null, bool asyncOp = false)
        {
            var list = Collective.List(inputList);
            Collective.CheckSameDType([Guard.NotNull(output), .. list]);
            if (Collective.IsOutside(group, "reduce_scatter"))
            {
                return null;
            }

            Collective.CheckSameDevice(output, list);
            Collective.CheckContiguous(output);
            return Collective.Run("ReduceScatter", group, asyncOp, [output, .. list], (backend, handles) =>
                NativeBackend.ReduceScatter(backend, handles[0], handles[1..], Collective.Operation(op)));
        }

        /// <summary>
        /// Joins a tensor of each rank, and gives each rank the part that is its: PyTorch's
        /// <c>torch.distributed.reduce_scatter_tensor(output, input, op, group, async_op)</c>.
        /// </summary>
        /// <param name="output">What becomes this rank's part.</param>
        /// <param name="input">The parts of all ranks, one after the other along the first dimension, or stacked along another one.</param>
        /// <param name="op">How.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="asyncOp">Whether to come back at once, with the work in progress.</param>
        /// <returns>The work where <paramref name="asyncOp"/> is set; else null, and all is done.</returns>
        /// <exception cref="TorchValueException">There is no default group.</exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var part = Torch.Zeros(2);
        /// Torch.Distributed.ReduceScatterTensor(part, Torch.Tensor([1.0, 2.0]));
        /// Torch.Distributed.DestroyProcessGroup();
        /// part   // tensor([1., 2.])
        /// </code></example>
        public static Work? ReduceScatterTensor(
            Tensor output, Tensor input, ReduceOp op = ReduceOp.Sum, ProcessGroup? group = null, bool asyncOp = false)
        {
            Guard.NotNull(output);
            Guard.NotNull(input);
            if (Collective.IsOutside(group, "reduce_scatter_tensor"))
            {
                return null;
            }

            Collective.CheckHasDimensions("ReduceScatterTensor", output, input);
            Collective.CheckSameDevice(output, input);
            return Collective.Run("ReduceScatterTensor", group, asyncOp, [output, input], (backend, handles) =>
                NativeBackend.ReduceScatterBase(backend, handles[0], handles[1], Collective.Operation(op)));
        }

        /// <summary>
        /// Gives the tensors of all ranks to one: PyTorch's <c>torch.distributed.gather(tensor, gather_list, dst, group, async_op,
        /// group_dst)</c>.
        /// </summary>
        /// <param name="tensor">This rank's tensor, of one shape and dtype on all ranks.</param>
        /// <param name="gatherList">On the rank that gets them, as many tensors as there are ranks; else null.</param>
        /// <param name="dst">The rank in the default group that gets them; null: 0.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="asyncOp">Whether to come back at once, with the work in progress.</param>
        /// <param name="groupDst">The rank in the group that gets them, in place of <paramref name="dst"/>.</param>
        /// <returns>The work where <paramref name="asyncOp"/> is set; else null, and all is done.</returns>
        /// <exception cref="TorchValueException">
        /// There is no default group; the list is missing, or not wanted, on this rank; or the tensors are of different dtypes.
        /// </exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// Tensor[] all = [Torch.Zeros(2)];
        /// Torch.Distributed.Gather(Torch.Tensor([1.0, 2.0]), all);
        /// Torch.Distributed.DestroyProcessGroup();
        /// all[0]   // tensor([1., 2.])
        /// </code></example>
        public static Work? Gather(
            Tensor tensor, IReadOnlyList<Tensor>? gatherList = null, int? dst = null, ProcessGroup? group = null, bool asyncOp = false,
            int? groupDst = null)
        {
            var list = Collective.List(gatherList ?? []);
            Collective.CheckSameDType([Guard.NotNull(tensor), .. list]);
            if (Collective.IsOutside(group, "gather"))
            {
                return null;
            }

            var used = group ?? DistributedWorld.Required;
            var root = Collective.RankWithList(used, dst, groupDst, list.Length, "gather_list", "destination");
            return Collective.Run("Gather", used, asyncOp, [tensor, .. list], (backend, handles) =>
                NativeBackend.Gather(backend, root == used.Rank() ? handles[1..] : null, handles[0], root));
        }

        /// <summary>
        /// Gives each rank one of the tensors of one rank: PyTorch's <c>torch.distributed.scatter(tensor, scatter_list, src, group,
        /// async_op,
        /// group_src)</c>.
        /// </summary>
        /// <param name="tensor">What becomes this rank's.</param>
        /// <param name="scatterList">
        /// On the rank that gives them, as many tensors as there are ranks, of one shape and dtype; else null.
        /// </param>
        /// <param name="src">The rank in the default group that gives them; null: 0.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="asyncOp">Whether to come back at once, with the work in progress.</param>
        /// <param name="groupSrc">The rank in the group that gives them, in place of <paramref name="src"/>.</param>
        /// <returns>The work where <paramref name="asyncOp"/> is set; else null, and all is done.</returns>
        /// <exception cref="TorchValueException">
        /// There is no default group; the list is missing, or not wanted, on this rank; the tensors are of different dtypes; or
        /// <paramref name="tensor"/> is not contiguous.
        /// </exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var own = Torch.Zeros(2);
        /// Torch.Distributed.Scatter(own, [Torch.Tensor([1.0, 2.0])]);
        /// Torch.Distributed.DestroyProcessGroup();
        /// own   // tensor([1., 2.])
        /// </code></example>
        public static Work? Scatter(
            Tensor tensor, IReadOnlyList<Tensor>? scatterList = null, int? src = null, ProcessGroup? group = null, bool asyncOp = false,
            int? groupSrc = null)
        {
            var list = Collective.List(scatterList ?? []);
            Collective.CheckSameDType([Guard.NotNull(tensor), .. list]);
            if (Collective.IsOutside(group, "scatter"))
            {
                return null;
            }

            var used = group ?? DistributedWorld.Required;
            var root = Collective.RankWithList(used, src, groupSrc, list.Length, "scatter_list", "source");
            Collective.CheckContiguous(tensor);
            return Collective.Run(
                "Scatter", used, asyncOp, [Collective.AsReal(tensor), .. Collective.AsReal(list)],
                (backend, handles) => NativeBackend.Scatter(backend, handles[0], root == used.Rank() ? handles[1..] : null, root));
        }

        /// <summary>
        /// Gives each rank its part of every rank's tensor: PyTorch's <c>torch.distributed.all_to_all_single(output, input,
        /// output_split_sizes, input_split_sizes, group, async_op)</c>.
        /// </summary>
        /// <param name="output">What becomes this rank's parts, one after the other along the first dimension.</param>
        /// <param name="input">This rank's tensor, whose parts along the first dimension go to the ranks.</param>
        /// <param name="outputSplitSizes">How long the part that each rank gives is; null: all are of one length.</param>
        /// <param name="inputSplitSizes">How long the part that each rank gets is; null: all are of one length.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="asyncOp">Whether to come back at once, with the work in progress.</param>
        /// <returns>The work where <paramref name="asyncOp"/> is set; else null, and all is done.</returns>
        /// <exception cref="TorchValueException">
        /// There is no default group; the tensors are of different dtypes, or one is not contiguous; or a size is negative.
        /// </exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var parts = Torch.Zeros(2);
        /// Torch.Distributed.AllToAllSingle(parts, Torch.Tensor([1.0, 2.0]));
        /// Torch.Distributed.DestroyProcessGroup();
        /// parts   // tensor([1., 2.])
        /// </code></example>
        public static Work? AllToAllSingle(
            Tensor output, Tensor input, IReadOnlyList<long>? outputSplitSizes = null, IReadOnlyList<long>? inputSplitSizes = null,
            ProcessGroup? group = null, bool asyncOp = false)
        {
            Guard.NotNull(output);
            Guard.NotNull(input);
            if (Collective.IsOutside(group, "all_to_all_single"))
            {
                return null;
            }

            Collective.CheckSameDType(output, input);
            CheckSplits(outputSplitSizes);
            CheckSplits(inputSplitSizes);
            Collective.CheckHasDimensions("AllToAllSingle", output, input);
            Collective.CheckContiguous(output);
            Collective.CheckContiguous(input);
            return Collective.Run(
                "AllToAllSingle", group, asyncOp, [Collective.AsReal(output), Collective.AsReal(input)],
                (backend, handles) => NativeBackend.AllToAllBase(
                    backend, handles[0], handles[1], [.. outputSplitSizes ?? []], [.. inputSplitSizes ?? []]));
        }

        /// <summary>
        /// Gives each rank one of every rank's tensors: PyTorch's <c>torch.distributed.all_to_all(output_tensor_list, input_tensor_list,
        /// group, async_op)</c>. Gloo does not have it, here as in PyTorch; <see cref="AllToAllSingle"/> it has.
        /// </summary>
        /// <param name="outputTensorList">As many tensors as there are ranks, which become what they give.</param>
        /// <param name="inputTensorList">As many tensors as there are ranks, which they get.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="asyncOp">Whether to come back at once, with the work in progress.</param>
        /// <returns>The work where <paramref name="asyncOp"/> is set; else null, and all is done.</returns>
        /// <exception cref="TorchValueException">There is no default group; or the tensors are of different dtypes.</exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var text = "";
        /// try { Torch.Distributed.AllToAll([Torch.Zeros(2)], [Torch.Ones(2)]); } catch (TorchException e) { text = e.Message; }
        /// Torch.Distributed.DestroyProcessGroup();
        /// text   // Backend gloo does not support alltoall
        /// </code></example>
        public static Work? AllToAll(
            IReadOnlyList<Tensor> outputTensorList, IReadOnlyList<Tensor> inputTensorList, ProcessGroup? group = null, bool asyncOp = false)
        {
            var (outputs, inputs) = (Collective.List(outputTensorList), Collective.List(inputTensorList));
            if (Collective.IsOutside(group, "all_to_all"))
            {
                return null;
            }

            Collective.CheckSameDType([.. outputs, .. inputs]);
            return Collective.Run(
                "AllToAll", group, asyncOp, [.. Collective.AsReal(outputs), .. Collective.AsReal(inputs)], (backend, handles) =>
                    NativeBackend.AllToAll(backend, handles.AsSpan(0, outputs.Length), handles.AsSpan(outputs.Length)));
        }

        /// <summary>Waits until all ranks have come here: PyTorch's <c>torch.distributed.barrier(group, async_op, timeout)</c>.</summary>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="asyncOp">Whether to come back at once, with the work in progress.</param>
        /// <param name="timeout">How long to wait for them; null: the group's.</param>
        /// <returns>The work where <paramref name="asyncOp"/> is set; else null, and all is done.</returns>
        /// <exception cref="TorchValueException">There is no default group.</exception>
        /// <exception cref="DistributedBackendException">A peer died or did not come in time.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// Torch.Distributed.Barrier();
        /// var size = Torch.Distributed.GetWorldSize();
        /// Torch.Distributed.DestroyProcessGroup();
        /// size   // 1
        /// </code></example>
        public static Work? Barrier(ProcessGroup? group = null, bool asyncOp = false, TimeSpan? timeout = null) =>
            Collective.IsOutside(group, "barrier") ? null
            : Collective.Run("Barrier", group, asyncOp, [], (backend, _) =>
                NativeBackend.Barrier(backend, timeout is { } given ? Store.Milliseconds(given) : -1));

        /// <summary>
        /// Waits until all ranks have come here, and says which have not: PyTorch's <c>torch.distributed.monitored_barrier(group, timeout,
        /// wait_all_ranks)</c>.
        /// </summary>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="timeout">How long to wait for them; null: 30 minutes.</param>
        /// <param name="waitAllRanks">Whether rank 0 names all that are missing, and not just the first.</param>
        /// <exception cref="TorchValueException">There is no default group.</exception>
        /// <exception cref="DistributedBackendException">Ranks are missing; on rank 0 the message names them.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// Torch.Distributed.MonitoredBarrier(timeout: TimeSpan.FromSeconds(10));
        /// var size = Torch.Distributed.GetWorldSize();
        /// Torch.Distributed.DestroyProcessGroup();
        /// size   // 1
        /// </code></example>
        public static void MonitoredBarrier(ProcessGroup? group = null, TimeSpan? timeout = null, bool waitAllRanks = false)
        {
            if (Collective.IsOutside(group, "monitored_barrier"))
            {
                return;
            }

            var used = group ?? DistributedWorld.Required;
            used.EnsureUsable();
            try
            {
                NativeBackend.MonitoredBarrier(used.Backend, Store.Milliseconds(timeout ?? DefaultTimeout), waitAllRanks);
            }
            catch (DistributedException error)
            {
                used.Fail("MonitoredBarrier", error);
                throw;
            }
        }

        // libtorch adds them up, and does not look at each.
        private static void CheckSplits(IReadOnlyList<long>? sizes)
        {
            if (sizes is not null && sizes.Any(static size => size < 0))
            {
                throw new TorchValueException("Split sizes must not be negative");
            }
        }
    }
}
