using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using TorchLite.Distributed;

namespace TorchLite;

/// <content>Objects for one rank, or from one.</content>
public static partial class Torch
{
    /// <content>Objects for one rank, or from one: as JSON, so between ranks in C#.</content>
    public static partial class Distributed
    {
        /// <summary>
        /// Gives one object of each rank to one of them, as JSON: PyTorch's <c>torch.distributed.gather_object(obj, object_gather_list,
        /// dst, group, group_dst)</c>, between ranks in C#.
        /// </summary>
        /// <typeparam name="T">What is given.</typeparam>
        /// <param name="obj">This rank's object.</param>
        /// <param name="typeInfo">How it becomes JSON, from a <c>JsonSerializerContext</c>.</param>
        /// <param name="objectGatherList">On the rank that gets them as many places as there are ranks; else null.</param>
        /// <param name="dst">The rank in the default group that gets them; null: 0.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="groupDst">The rank in the group that gets them, in place of <paramref name="dst"/>.</param>
        /// <exception cref="TorchValueException">
        /// There is no default group, both of the ranks are given, or the list is missing, too short or with the wrong rank.
        /// </exception>
        /// <exception cref="TorchException">A rank's object can not become JSON; on all ranks.</exception>
        /// <exception cref="DistributedBackendException">A peer died or did not come in time.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var all = new string[1];
        /// Torch.Distributed.GatherObject("mine", all);
        /// Torch.Distributed.DestroyProcessGroup();
        /// all[0]   // mine
        /// </code></example>
        public static void GatherObject<T>(
            T obj, JsonTypeInfo<T> typeInfo, IList<T>? objectGatherList = null, int? dst = null, ProcessGroup? group = null,
            int? groupDst = null)
        {
            ArgumentNullException.ThrowIfNull(typeInfo);
            if (Collective.IsOutside(group, "gather_object"))
            {
                return;
            }

            var used = group ?? DistributedWorld.Required;
            var root = Collective.RankWithList(used, dst, groupDst, objectGatherList?.Count ?? 0, "gather_list", "destination");
            var isRoot = root == used.Rank();
            CheckPlaces(isRoot ? objectGatherList!.Count : used.Size(), used.Size());
            var (lengths, own) = AllLengths(Json(obj, typeInfo), used);
            Tensor[]? all = isRoot ? [.. lengths.Select(_ => Torch.Zeros([own.Numel()], dtype: DType.Uint8))] : null;
            Gather(own, all, group: used, groupDst: root);
            for (var i = 0; i < all?.Length; i++)
            {
                objectGatherList![i] = FromJson(all[i].ToArray<byte>().AsSpan(0, (int)lengths[i]), typeInfo);
            }
        }

        /// <inheritdoc cref="GatherObject{T}(T, JsonTypeInfo{T}, IList{T}?, int?, ProcessGroup?, int?)"/>
        /// <param name="obj">This rank's object.</param>
        /// <param name="objectGatherList">On the rank that gets them as many places as there are ranks; else null.</param>
        /// <param name="dst">The rank in the default group that gets them; null: 0.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="groupDst">The rank in the group that gets them, in place of <paramref name="dst"/>.</param>
        [RequiresUnreferencedCode(NeedsCode)]
        [RequiresDynamicCode(NeedsCode)]
        public static void GatherObject<T>(
            T obj, IList<T>? objectGatherList = null, int? dst = null, ProcessGroup? group = null, int? groupDst = null) =>
            GatherObject(obj, TypeInfo<T>(), objectGatherList, dst, group, groupDst);

        /// <summary>
        /// Gives each rank one of the objects of one rank, as JSON: PyTorch's
        /// <c>torch.distributed.scatter_object_list(scatter_object_output_list, scatter_object_input_list, src, group, group_src)</c>,
        /// between ranks in C#.
        /// </summary>
        /// <typeparam name="T">What is given.</typeparam>
        /// <param name="scatterObjectOutputList">A place or more; the first gets this rank's object.</param>
        /// <param name="scatterObjectInputList">On the rank that gives, as many objects as there are ranks; else ignored.</param>
        /// <param name="typeInfo">How one becomes JSON, from a <c>JsonSerializerContext</c>.</param>
        /// <param name="src">The rank in the default group that gives; null: 0.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="groupSrc">The rank in the group that gives, in place of <paramref name="src"/>.</param>
        /// <exception cref="TorchValueException">
        /// There is no default group, both of the ranks are given, there is no place, or there are no objects on the rank that gives.
        /// </exception>
        /// <exception cref="TorchException">
        /// An object can not become JSON, or there are not as many as ranks; on all ranks.
        /// </exception>
        /// <exception cref="DistributedBackendException">A peer died or did not come in time.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var own = new string[1];
        /// Torch.Distributed.ScatterObjectList(own, ["yours"]);
        /// Torch.Distributed.DestroyProcessGroup();
        /// own[0]   // yours
        /// </code></example>
        public static void ScatterObjectList<T>(
            IList<T> scatterObjectOutputList, IReadOnlyList<T>? scatterObjectInputList, JsonTypeInfo<T> typeInfo, int? src = null,
            ProcessGroup? group = null, int? groupSrc = null)
        {
            ArgumentNullException.ThrowIfNull(scatterObjectOutputList);
            ArgumentNullException.ThrowIfNull(typeInfo);
            if (Collective.IsOutside(group, "scatter_object_list"))
            {
                return;
            }

            if (scatterObjectOutputList.Count < 1)
            {
                throw new TorchValueException("Expected argument scatter_object_output_list to be a list of size at least 1.");
            }

            var used = group ?? DistributedWorld.Required;
            var root = Collective.RankIn(used, src is null && groupSrc is null ? 0 : src, groupSrc);
            var isRoot = root == used.Rank();
            if (isRoot && scatterObjectInputList is null)
            {
                throw new TorchValueException("source rank must provide non-None scatter_object_input_list");
            }

            var parts = isRoot ? scatterObjectInputList!.Select(one => Json(one, typeInfo)).ToList() : [];
            var error = parts.Find(static part => part.Error is not null).Error;
            if (isRoot && parts.Count != used.Size())
            {
                error = new TorchValueException($"{parts.Count} objects are given, and there are {used.Size()} ranks");
            }

            // -1 in place of the longest says that there is nothing.
            byte[][] packed = error is null ? [.. parts.Select(static part => Packed([part.Bytes]))] : [];
            var longest = Torch.Tensor([packed.Length > 0 ? packed.Max(static one => one.LongLength) : -1]);
            Broadcast(longest, group: used, groupSrc: root);
            if ((long)longest[0] < 0)
            {
                throw new TorchException(
                    $"rank {root} can not give its objects" + (error is null ? "" : $": {error.Message}"), error);
            }

            var own = Torch.Zeros([(long)longest[0]], dtype: DType.Uint8);
            Tensor[]? all = isRoot ? [.. packed.Select(one => Torch.FromArray(Padded(one, (long)longest[0])))] : null;
            Scatter(own, all, group: used, groupSrc: root);
            Unpack(own.ToArray<byte>(), scatterObjectOutputList, 1, root, typeInfo);
        }

        /// <inheritdoc cref="ScatterObjectList{T}(IList{T}, IReadOnlyList{T}?, JsonTypeInfo{T}, int?, ProcessGroup?, int?)"/>
        /// <param name="scatterObjectOutputList">A place or more; the first gets this rank's object.</param>
        /// <param name="scatterObjectInputList">On the rank that gives, as many objects as there are ranks; else ignored.</param>
        /// <param name="src">The rank in the default group that gives; null: 0.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="groupSrc">The rank in the group that gives, in place of <paramref name="src"/>.</param>
        [RequiresUnreferencedCode(NeedsCode)]
        [RequiresDynamicCode(NeedsCode)]
        public static void ScatterObjectList<T>(
            IList<T> scatterObjectOutputList, IReadOnlyList<T>? scatterObjectInputList = null, int? src = null, ProcessGroup? group = null,
            int? groupSrc = null) =>
            ScatterObjectList(scatterObjectOutputList, scatterObjectInputList, TypeInfo<T>(), src, group, groupSrc);

        /// <summary>
        /// Sends objects to a rank, as JSON: PyTorch's <c>torch.distributed.send_object_list(object_list, dst, group, device,
        /// group_dst)</c>, between ranks in C#.
        /// </summary>
        /// <typeparam name="T">What is sent.</typeparam>
        /// <param name="objectList">The objects.</param>
        /// <param name="typeInfo">How one becomes JSON, from a <c>JsonSerializerContext</c>.</param>
        /// <param name="dst">The rank in the default group that gets them.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="groupDst">The rank in the group that gets them, in place of <paramref name="dst"/>.</param>
        /// <exception cref="TorchValueException">
        /// There is no default group; or neither or both of the ranks are given, or it is this process itself.
        /// </exception>
        /// <exception cref="TorchException">An object can not become JSON; the rank that gets them is told so.</exception>
        /// <exception cref="DistributedBackendException">A peer died or did not come in time.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var text = "";
        /// try { Torch.Distributed.SendObjectList(["mine"], dst: 0); } catch (TorchValueException e) { text = e.Message; }
        /// Torch.Distributed.DestroyProcessGroup();
        /// text[..25]   // Invalid destination rank:
        /// </code></example>
        public static void SendObjectList<T>(
            IReadOnlyList<T> objectList, JsonTypeInfo<T> typeInfo, int? dst = null, ProcessGroup? group = null, int? groupDst = null)
        {
            ArgumentNullException.ThrowIfNull(objectList);
            ArgumentNullException.ThrowIfNull(typeInfo);
            if (Collective.IsOutside(group, "send_object_list"))
            {
                return;
            }

            var used = group ?? DistributedWorld.Required;
            var peer = Collective.RankIn(used, dst, groupDst);
            CheckPeer(used, peer, "destination");
            List<(byte[] Bytes, Exception? Error)> parts = [.. objectList.Select(one => Json(one, typeInfo))];
            var bad = parts.FindIndex(static part => part.Error is not null);
            byte[] bytes = bad < 0 ? Packed([.. parts.Select(static part => part.Bytes)]) : [];
            Send(Torch.Tensor([bad < 0 ? bytes.LongLength : -1]), group: used, groupDst: peer);
            if (bad >= 0)
            {
                throw new TorchException($"object {bad} can not become JSON: {parts[bad].Error!.Message}", parts[bad].Error);
            }

            Send(Torch.FromArray(bytes), group: used, groupDst: peer);
        }

        /// <inheritdoc cref="SendObjectList{T}(IReadOnlyList{T}, JsonTypeInfo{T}, int?, ProcessGroup?, int?)"/>
        /// <param name="objectList">The objects.</param>
        /// <param name="dst">The rank in the default group that gets them.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="groupDst">The rank in the group that gets them, in place of <paramref name="dst"/>.</param>
        [RequiresUnreferencedCode(NeedsCode)]
        [RequiresDynamicCode(NeedsCode)]
        public static void SendObjectList<T>(
            IReadOnlyList<T> objectList, int? dst = null, ProcessGroup? group = null, int? groupDst = null) =>
            SendObjectList(objectList, TypeInfo<T>(), dst, group, groupDst);

        /// <summary>
        /// Receives objects from a rank, as JSON: PyTorch's <c>torch.distributed.recv_object_list(object_list, src, group, device,
        /// group_src)</c>, between ranks in C#.
        /// </summary>
        /// <typeparam name="T">What is sent.</typeparam>
        /// <param name="objectList">As many places as objects are sent.</param>
        /// <param name="typeInfo">How one becomes JSON, from a <c>JsonSerializerContext</c>.</param>
        /// <param name="src">The rank in the default group that sends; null, and no other given: any.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="groupSrc">The rank in the group that sends, in place of <paramref name="src"/>.</param>
        /// <returns>The rank in the default group that sent; -1 where this process is not in the group.</returns>
        /// <exception cref="TorchValueException">
        /// There is no default group; both of the ranks are given, or it is this process itself; or the lists differ in length.
        /// </exception>
        /// <exception cref="TorchException">The rank that sends can not make JSON of its objects.</exception>
        /// <exception cref="DistributedBackendException">A peer died or did not come in time.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var text = "";
        /// try { Torch.Distributed.RecvObjectList(new string[1], src: 0); } catch (TorchException) { text = "not from itself"; }
        /// Torch.Distributed.DestroyProcessGroup();
        /// text   // not from itself
        /// </code></example>
        public static int RecvObjectList<T>(
            IList<T> objectList, JsonTypeInfo<T> typeInfo, int? src = null, ProcessGroup? group = null, int? groupSrc = null)
        {
            ArgumentNullException.ThrowIfNull(objectList);
            ArgumentNullException.ThrowIfNull(typeInfo);
            if (Collective.IsOutside(group, "recv_object_list"))
            {
                return -1;
            }

            var length = Torch.Zeros([1], dtype: DType.Int64);
            var sender = Recv(length, src, group, groupSrc: groupSrc);
            if ((long)length[0] < 0)
            {
                throw new TorchException($"rank {sender} can not make JSON of its objects");
            }

            var bytes = Torch.Zeros([(long)length[0]], dtype: DType.Uint8);
            Recv(bytes, sender, group);
            Unpack(bytes.ToArray<byte>(), objectList, objectList.Count, sender, typeInfo);
            return sender;
        }

        /// <inheritdoc cref="RecvObjectList{T}(IList{T}, JsonTypeInfo{T}, int?, ProcessGroup?, int?)"/>
        /// <param name="objectList">As many places as objects are sent.</param>
        /// <param name="src">The rank in the default group that sends; null, and no other given: any.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="groupSrc">The rank in the group that sends, in place of <paramref name="src"/>.</param>
        [RequiresUnreferencedCode(NeedsCode)]
        [RequiresDynamicCode(NeedsCode)]
        public static int RecvObjectList<T>(
            IList<T> objectList, int? src = null, ProcessGroup? group = null, int? groupSrc = null) =>
            RecvObjectList(objectList, TypeInfo<T>(), src, group, groupSrc);

        // How many texts there are, their lengths, and they themselves.
        private static byte[] Packed(byte[][] parts)
        {
            var head = sizeof(long) * (1 + parts.Length);
            var bytes = new byte[head + parts.Sum(static part => part.Length)];
            BinaryPrimitives.WriteInt64LittleEndian(bytes, parts.Length);
            var at = head;
            for (var i = 0; i < parts.Length; i++)
            {
                BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(sizeof(long) * (1 + i)), parts[i].Length);
                parts[i].CopyTo(bytes, at);
                at += parts[i].Length;
            }

            return bytes;
        }

        private static void Unpack<T>(byte[] bytes, IList<T> places, int count, int sender, JsonTypeInfo<T> typeInfo)
        {
            var given = BinaryPrimitives.ReadInt64LittleEndian(bytes);
            if (given != count)
            {
                throw new TorchValueException($"rank {sender} gives {given} objects, and this rank has {count} places for them");
            }

            var at = sizeof(long) * (1 + count);
            for (var i = 0; i < count; i++)
            {
                var length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(sizeof(long) * (1 + i)));
                places[i] = FromJson(bytes.AsSpan(at, length), typeInfo);
                at += length;
            }
        }
    }
}
